package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;

/** Where command lines are carried out. */
interface Venue {

    /** What a verb does with a home that nobody else changes meanwhile. */
    @FunctionalInterface
    interface Work {
        int run(Provisioning provisioning) throws ProvisioningException;
    }

    /**
     * Carries a verb's work out.
     *
     * @param options which home, and which repositories besides
     * @param spec the verb, for its words and its streams
     * @param work what it does
     * @param more arguments that were not typed, for whoever carries it out elsewhere
     * @return the exit code
     */
    int carryOut(HomeOptions options, CommandSpec spec, Work work, String... more) throws ProvisioningException;

    /**
     * Opens a view.
     *
     * @param options which home, and which repositories besides
     * @param spec the verb, for its words and its streams
     * @param route where the view is
     * @return the exit code
     */
    int open(HomeOptions options, CommandSpec spec, String route)
            throws ProvisioningException, IOException, InterruptedException;

    /** Where the person can be asked. */
    Question question();
}
