package dev.dovetail.publisher.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done to a repository as a whole. */
@Command(
        name = "repository",
        description = "Makes a signed repository, and looks after it.",
        mixinStandardHelpOptions = true)
final class RepositoryCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the repository.");
    }
}
