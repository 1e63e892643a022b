package dev.dovetail.launcher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which repositories this home trusts, and with what. */
@Command(
        name = "repository",
        description = "Says which repositories this home trusts, and with what.",
        footer =
                "%nTeams have more verbs here: init, keys, refresh, serve and check; each says with --help what it does.",
        subcommands = {RepositoryAddCommand.class, RepositoryRemoveCommand.class, RepositoryListCommand.class})
final class RepositoryCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "Expected add, remove or list behind repository, found nothing.");
    }
}
