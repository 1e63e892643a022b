package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.plan.Request;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what installing a feature would do. */
@Command(name = "install", description = "Says what installing a feature would do.")
final class PlanInstallCommand extends Forecast implements Callable<Integer> {

    @Parameters(
            paramLabel = "ID[@RANGE]",
            converter = FeatureRange.Typed.class,
            description = "The feature, and which versions will do: [1.2,2), or 1.2.0 for that one.")
    private FeatureRange feature = new FeatureRange("", Optional.empty());

    @Override
    public Integer call() throws ProvisioningException {
        return forecast(new Request.Install(feature.id(), feature.orAny()));
    }
}
