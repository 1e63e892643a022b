package dev.dovetail.publisher;

import dev.dovetail.publisher.cli.PublisherCommand;
import dev.dovetail.publisher.cli.Surroundings;

/** The entrance. */
public final class Main {

    private Main() {}

    /**
     * Carries out a command line and ends the process with its exit code.
     *
     * @param arguments the verb and its options
     */
    public static void main(String[] arguments) {
        System.exit(PublisherCommand.commandLine(Surroundings.ofThisProcess()).execute(arguments));
    }
}
