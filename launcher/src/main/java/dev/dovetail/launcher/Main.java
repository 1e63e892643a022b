package dev.dovetail.launcher;

import dev.dovetail.launcher.cli.Entrance;

/** The entrance. */
public final class Main {

    private Main() {}

    /**
     * Carries out a command line and ends the process with its exit code.
     *
     * @param arguments the verb and its options; {@code run} when there is no verb
     * @throws Exception what nobody expected, shown whole
     */
    public static void main(String[] arguments) throws Exception {
        System.exit(Entrance.execute(arguments));
    }
}
