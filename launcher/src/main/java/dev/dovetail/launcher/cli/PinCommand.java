package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.Pins;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.profile.Profile;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Keeps a feature in certain versions, whatever is on offer. */
@Command(name = "pin", description = "Keeps a feature in the version that it has, or in a range of versions.")
final class PinCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--remove", description = "Takes the pin away.")
    private boolean remove;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Parameters(
            paramLabel = "ID[@RANGE]",
            converter = FeatureRange.Typed.class,
            description = "The feature, and its versions: [1.2,2), or 1.2.0 for that one. Default: what is installed.")
    private FeatureRange feature = new FeatureRange("", Optional.empty());

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            Profile profile = provisioning.profile();
            Pins pins = remove
                    ? profile.pins().without(feature.id())
                    : profile.pins().with(feature.id(), range(provisioning));
            provisioning.remember(profile.pinning(pins));
            spec.commandLine().getOut().println(json ? Facts.pins(pins) : said(pins));
            return 0;
        });
    }

    private VersionRange range(Provisioning provisioning) throws ProvisioningException {
        Optional<VersionRange> typed = feature.range();
        return typed.isPresent() ? typed.get() : FeatureRange.exactly(installed(provisioning));
    }

    private Version installed(Provisioning provisioning) throws ProvisioningException {
        Optional<LockedFeature> there = provisioning.installed().feature(feature.id());
        if (there.isEmpty()) {
            Explanation missing = Explanation.of(new Refusal.NotInstalled(feature.id()));
            throw new RefusedException(
                    missing.code(),
                    missing.message(),
                    "Say which versions it is to be kept in: dovetail pin " + feature.id() + "@[1,2).");
        }
        return Version.parseVersion(there.get().version());
    }

    private String said(Pins pins) {
        return pins.of(feature.id())
                .map(range -> "Pinned: " + feature.id() + " stays in " + range + ".")
                .orElse("Not pinned: " + feature.id() + " follows what is on offer.");
    }
}
