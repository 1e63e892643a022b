package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Opens a view in the window of the home; where there is none yet, in a new one. */
@Command(name = "open", description = "Opens the view at a route, installing its feature if need be.")
final class OpenCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(
            paramLabel = "ROUTE",
            description =
                    "Where the view is, and what it is asked to show: charts/board?table=sales. A feature's id alone"
                            + " is its first view.")
    private String route = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException, IOException, InterruptedException {
        var unused = OpenedRoutes.parsed(route);
        return DovetailCommand.venue(spec).open(options, spec, route);
    }
}
