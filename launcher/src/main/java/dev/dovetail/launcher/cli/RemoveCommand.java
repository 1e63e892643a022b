package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Removes a feature and what nothing else needs. */
@Command(name = "remove", description = "Removes a feature and what only it needed. Its data stays.")
final class RemoveCommand extends Change implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The feature.")
    private String feature = "";

    @Option(names = "--now", description = "Does it even if an open view asks to wait.")
    private boolean now;

    @Override
    public Integer call() throws ProvisioningException {
        return change((provisioning, known) -> {
            Request.Remove request = new Request.Remove(feature);
            requireLeave(provisioning, request, now);
            String gone = describe(provisioning.installed(), feature);
            Lockfile after = carryOut(provisioning, request);
            say("Removed " + gone + ": generation " + after.generation() + ", "
                    + after.bundles().size() + " bundles.");
            return after;
        });
    }
}
