package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.keys.KeyDerivation;
import java.io.Console;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/**
 * What a command finds around itself.
 *
 * @param environment the variables
 * @param prompt asks a person, where there is one
 * @param clock what time it is
 * @param derivation how new keys are protected
 */
public record Surroundings(
        Map<String, String> environment, Optional<Prompt> prompt, Clock clock, KeyDerivation derivation) {

    /** Asks for something that is not shown while it is typed. */
    @FunctionalInterface
    public interface Prompt {

        /**
         * @param question what for
         * @return what was typed
         */
        char[] ask(String question);
    }

    /** Copies the map. */
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** @return those of a process that a person or a script has started */
    public static Surroundings ofThisProcess() {
        return new Surroundings(
                System.getenv(),
                terminal()
                        .map(console -> question -> Optional.ofNullable(console.readPassword("%s", question))
                                .orElse(new char[0])),
                Clock.systemUTC(),
                KeyDerivation.STANDARD);
    }

    /** A console that is no terminal would echo what is typed, and wait for ever in a script. */
    @SuppressWarnings("SystemConsoleNull") // What null says before Java 22, isTerminal says since.
    private static Optional<Console> terminal() {
        Console console = System.console();
        return console != null && isTerminal(console) ? Optional.of(console) : Optional.empty();
    }

    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("isTerminal is public and throws nothing", e);
        }
    }
}
