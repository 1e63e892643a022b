package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Request;
import java.util.concurrent.Callable;
import org.osgi.framework.VersionRange;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** Installs a feature and what it needs. */
@Command(name = "install", description = "Installs a feature and what it needs.")
final class InstallCommand extends Change implements Callable<Integer> {

    @Parameters(paramLabel = "ID[@RANGE]", description = "The feature, and which versions will do: [1.2,2).")
    private String feature = "";

    @Override
    public Integer call() throws ProvisioningException {
        Request.Install request = request();
        return change((provisioning, known) -> {
            Lockfile before = provisioning.installed();
            if (before.feature(request.featureId()).isPresent()) {
                say(describe(before, request.featureId()) + " is already installed.");
                return before;
            }
            Lockfile after = carryOut(provisioning, request);
            say("Installed " + describe(after, request.featureId()) + ": generation " + after.generation() + ", "
                    + after.bundles().size() + " bundles.");
            return after;
        });
    }

    private Request.Install request() {
        int at = feature.indexOf('@');
        return at < 0
                ? new Request.Install(feature)
                : new Request.Install(feature.substring(0, at), range(feature.substring(at + 1)));
    }

    private VersionRange range(String text) {
        try {
            return new VersionRange(text);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    commandLine(), "Expected versions such as [1.2,2) behind the @, found: " + text, e);
        }
    }
}
