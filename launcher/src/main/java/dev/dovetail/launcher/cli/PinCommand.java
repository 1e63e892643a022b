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
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a feature in certain versions, whatever is on offer; or a generation, however many come after it. */
@Command(
        name = "pin",
        description = {
            "Keeps a feature in the version that it has, or in a range of versions.",
            "With --generation, keeps a set of features to go back to."
        })
final class PinCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--remove", description = "Takes the pin away.")
    private boolean remove;

    @Option(
            names = "--generation",
            paramLabel = "N",
            description = "Keeps this generation, as revert --list shows it, until the pin is taken away.")
    private @Nullable Long generation;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Parameters(
            paramLabel = "ID[@RANGE]",
            arity = "0..1",
            converter = FeatureRange.Typed.class,
            description = "The feature, and its versions: [1.2,2), or 1.2.0 for that one. Default: what is installed.")
    private @Nullable FeatureRange feature;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        FeatureRange wanted = feature;
        Long kept = generation;
        if (wanted != null && kept == null) {
            return pin(wanted);
        }
        if (wanted == null && kept != null) {
            return keep(kept);
        }
        throw new ParameterException(
                spec.commandLine(), "Expected what to pin: either the ID of a feature, or --generation N.");
    }

    private int keep(long number) throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            provisioning.pin(number, !remove);
            out().println(
                            json
                                    ? HistoryFacts.of(provisioning.generations(), provisioning.disk())
                                    : remove
                                            ? "Not pinned: generation " + number + " is kept as long as any other."
                                            : "Pinned: generation " + number + " is kept until dovetail pin --remove"
                                                    + " --generation " + number + ".");
            return 0;
        });
    }

    private int pin(FeatureRange wanted) throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            Profile profile = provisioning.profile();
            Pins pins = remove
                    ? profile.pins().without(wanted.id())
                    : profile.pins().with(wanted.id(), range(provisioning, wanted));
            provisioning.remember(profile.pinning(pins));
            out().println(json ? Facts.pins(pins) : said(pins, wanted.id()));
            return 0;
        });
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

    private static String said(Pins pins, String id) {
        return pins.of(id)
                .map(range -> "Pinned: " + id + " stays in " + range + ".")
                .orElse("Not pinned: " + id + " follows what is on offer.");
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
