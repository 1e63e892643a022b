package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.osgi.framework.Version;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Installs a feature and what it needs. */
@Command(name = "install", description = "Installs a feature and what it needs.")
final class InstallCommand extends Change implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID[@RANGE]",
            converter = FeatureRange.Typed.class,
            description = "The feature, and which versions will do: [1.2,2), or 1.2.0 for that one.")
    private FeatureRange feature = new FeatureRange("", Optional.empty());

    @Override
    public Integer call() throws ProvisioningException {
        Request.Install request = new Request.Install(feature.id(), feature.orAny());
        return change((provisioning, known) -> {
            Lockfile before = provisioning.installed();
            if (before.feature(feature.id()).filter(this::wanted).isPresent()) {
                say(describe(before, request.featureId()) + " is already installed.");
                return before;
            }
            Lockfile after = carryOut(provisioning, request);
            say("Installed " + describe(after, request.featureId()) + ": generation " + after.generation() + ", "
                    + after.bundles().size() + " bundles.");
            return after;
        });
    }

    private boolean wanted(LockedFeature there) {
        return feature.orAny().includes(Version.parseVersion(there.version()));
    }
}
