package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.Pins;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.profile.Profile;
import java.io.PrintWriter;
import java.util.Optional;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Pins and what takes them away, for the verbs that do it.
 *
 * @param options which home
 * @param spec the verb
 * @param json whether facts are wanted instead of words
 */
record Pinning(HomeOptions options, CommandSpec spec, boolean json) {

    /** Keeps a feature in versions; without any, in the one that is installed. */
    int pin(FeatureRange wanted) throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            Profile profile = provisioning.profile();
            return remember(provisioning, profile.pins().with(wanted.id(), range(provisioning, wanted)), wanted.id());
        });
    }

    /** A feature that isn't pinned stays so. */
    int unpin(String id) throws ProvisioningException {
        return DovetailCommand.venue(spec)
                .carryOut(
                        options,
                        spec,
                        provisioning -> remember(
                                provisioning, provisioning.profile().pins().without(id), id));
    }

    private int remember(Provisioning provisioning, Pins pins, String id) throws ProvisioningException {
        provisioning.remember(provisioning.profile().pinning(pins));
        out().println(json ? Facts.pins(pins) : said(pins, id));
        return 0;
    }

    private static String said(Pins pins, String id) {
        return pins.of(id)
                .map(range -> "Pinned: " + id + " stays in " + range + ".")
                .orElse("Not pinned: " + id + " follows what is on offer.");
    }

    /** Keeps a generation, or no longer. */
    int generation(long number, boolean kept) throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            provisioning.pin(number, kept);
            out().println(json ? HistoryFacts.of(provisioning.generations(), provisioning.disk()) : said(number, kept));
            return 0;
        });
    }

    private static String said(long number, boolean kept) {
        return kept
                ? "Pinned: generation " + number + " is kept until dovetail unpin --generation " + number + "."
                : "Not pinned: generation " + number + " is kept as long as any other.";
    }

    private static VersionRange range(Provisioning provisioning, FeatureRange wanted) throws ProvisioningException {
        Optional<VersionRange> typed = wanted.range();
        return typed.isPresent() ? typed.get() : FeatureRange.exactly(installed(provisioning, wanted.id()));
    }

    private static Version installed(Provisioning provisioning, String id) throws ProvisioningException {
        Optional<LockedFeature> there = provisioning.installed().feature(id);
        if (there.isEmpty()) {
            Explanation missing = Explanation.of(new Refusal.NotInstalled(id));
            throw new RefusedException(
                    missing.code(),
                    missing.message(),
                    "Say which versions it is to be kept in: dovetail pin " + id + "@[1,2).");
        }
        return Version.parseVersion(there.get().version());
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
