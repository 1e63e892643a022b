package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
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

    /** How replaced versions leave the memory of the process that has the home open; empty when none has. */
    Optional<Unloading.Report> unloading(Home home);

    /** Has the process that has the home open write all of its memory into a file that isn't there yet. */
    void dump(Home home, Path file) throws HomeException;

    /** Where the person can be asked. */
    Question question();
}
