package dev.dovetail.launcher.instance;

import java.io.PrintWriter;
import java.util.List;

/** Carries out command lines of other processes. Called on threads of the {@link InstanceServer}, several at once. */
@FunctionalInterface
public interface Verbs {

    /**
     * @param arguments the verb and its options
     * @param out what would be on stdout
     * @param err what would be on stderr
     * @return the exit code
     */
    int carryOut(List<String> arguments, PrintWriter out, PrintWriter err);
}
