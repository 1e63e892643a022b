package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.plan.Request;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what updating would do. */
@Command(name = "update", description = "Says what updating a feature, or all together, would do.")
final class PlanUpdateCommand extends Forecast implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The feature; all that can be updated when none.")
    private String feature = "";

    @Override
    public Integer call() throws ProvisioningException {
        return forecast(feature.isEmpty() ? new Request.UpdateAll() : new Request.Update(feature));
    }
}
