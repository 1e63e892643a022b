package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.plan.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what removing a feature would do. */
@Command(name = "remove", description = "Says what removing a feature would do.")
final class PlanRemoveCommand extends Forecast implements Callable<Integer> {

    @Parameters(paramLabel = "ID", description = "The feature.")
    private String feature = "";

    @Override
    public Integer call() throws ProvisioningException {
        return forecast(new Request.Remove(feature));
    }
}
