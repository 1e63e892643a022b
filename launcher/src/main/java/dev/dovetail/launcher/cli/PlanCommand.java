package dev.dovetail.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Says what a change would do. */
@Command(
        name = "plan",
        description =
                "Says what a change would do: steps, bytes, who restarts and why. Changes nothing, downloads no jar.",
        subcommands = {PlanInstallCommand.class, PlanUpdateCommand.class, PlanRemoveCommand.class})
final class PlanCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected what to plan: install, update or remove.");
    }
}
