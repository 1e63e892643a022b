package dev.dovetail.api;

import org.osgi.annotation.versioning.ConsumerType;

/** Something a person can run from the command palette. Called on the JavaFX application thread. */
@ConsumerType
@FunctionalInterface
public interface FeatureCommand {

    /**
     * Runs the command. Long work belongs on {@link ShellContext#background}.
     *
     * @param context what the shell offers the command
     * @throws Exception when it can't be run; the shell shows the message
     */
    void run(ShellContext context) throws Exception;
}
