package dev.dovetail.launcher.cli;

import java.io.Console;
import java.util.Optional;

/** A question to the person at the terminal. */
@FunctionalInterface
interface Question {

    /** @return what they typed; nothing where nobody can be asked */
    Optional<String> ask(String words);

    /** From Java 22 on there is a console without a terminal too, where nobody would ever answer. */
    @SuppressWarnings("SystemConsoleNull")
    static Question atTerminal() {
        Console console = System.console();
        return words -> console == null || !isTerminal(console)
                ? Optional.empty()
                : Optional.ofNullable(console.readLine("%s", words)).or(() -> Optional.of(""));
    }

    private static boolean isTerminal(Console console) {
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }
}
