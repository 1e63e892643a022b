package dev.dovetail.shell.view;

import dev.dovetail.federation.FederationException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Why something could not be shown, for people and for the team that can mend it.
 *
 * @param title what could not be done
 * @param message why
 * @param hint what to do about it, or empty
 * @param code the stable error code, or empty
 * @param report everything that is known
 */
public record Failure(String title, String message, String hint, String code, String report) {

    private static final int LONGEST = 400;

    /**
     * @param title what could not be done
     * @param fault what was thrown
     * @param at when
     * @return the failure in words
     */
    public static Failure of(String title, Throwable fault, Instant at) {
        return of(title, fault, at, List.of());
    }

    /**
     * @param title what could not be done
     * @param fault what was thrown
     * @param at when
     * @param facts lines for the report: what is known of the feature and of the machine
     * @return the failure in words
     */
    public static Failure of(String title, Throwable fault, Instant at, List<String> facts) {
        Throwable cause = root(fault);
        String hint = hint(cause);
        String code = cause instanceof FederationException refused ? refused.code() : "";
        return new Failure(title, sentence(cause), hint, code, report(title, cause, hint, code, at, facts));
    }

    /**
     * @param message says more of why
     * @return the same otherwise
     */
    public Failure saying(String message) {
        return new Failure(title, message, hint, code, report);
    }

    /** @return the message, cut where a panel would have no room for more; the report has all of it */
    public String shortMessage() {
        return cut(message, LONGEST);
    }

    /**
     * @param text what is said
     * @param most how many characters there is room for
     * @return as much of it as there is room for
     */
    public static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }

    private static String report(
            String title, Throwable cause, String hint, String code, Instant at, List<String> facts) {
        StringWriter out = new StringWriter();
        PrintWriter lines = new PrintWriter(out);
        lines.println(title);
        facts.forEach(lines::println);
        lines.println("when: " + at);
        if (!code.isEmpty()) {
            lines.println("code: " + code);
        }
        if (!hint.isEmpty()) {
            lines.println("hint: " + hint);
        }
        lines.println("java: " + Runtime.version() + ", javafx: " + System.getProperty("javafx.runtime.version", "?"));
        lines.println("os: " + System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                + System.getProperty("os.arch"));
        trace(cause, lines);
        return out.toString();
    }

    // What was thrown is a feature's own, and may throw itself when it is asked what it is.
    private static void trace(Throwable cause, PrintWriter lines) {
        try {
            cause.printStackTrace(lines);
        } catch (RuntimeException | Error e) {
            lines.println(cause.getClass().getName() + ", which can't say more: it threw " + e.getClass());
        }
    }

    private static @Nullable String message(Throwable cause) {
        try {
            return cause.getMessage();
        } catch (RuntimeException | Error e) {
            return null;
        }
    }

    /**
     * @param fault what was thrown
     * @return what it says, without the wrappers of other threads
     */
    public static String sentence(Throwable fault) {
        Throwable cause = root(fault);
        String message = message(cause);
        String kind = cause.getClass().getSimpleName();
        if (message == null || message.isBlank()) {
            return kind;
        }
        return isReadable(cause) ? message : kind + ": " + message;
    }

    // What people wrote for people, as opposed to what the JVM says of a null or an index.
    private static boolean isReadable(Throwable cause) {
        boolean checked = !(cause instanceof RuntimeException || cause instanceof Error);
        return checked || cause instanceof IllegalStateException || cause instanceof IllegalArgumentException;
    }

    /**
     * @param fault what was thrown
     * @return what it says, and what to do about it
     */
    public static String advice(Throwable fault) {
        String sentence = sentence(fault);
        String hint = hint(fault);
        if (hint.isEmpty()) {
            return sentence;
        }
        return sentence + (sentence.endsWith(".") ? " " : ". ") + hint;
    }

    /**
     * @param fault what was thrown
     * @return what to do about it, or empty
     */
    public static String hint(Throwable fault) {
        return root(fault) instanceof FederationException refused ? refused.hint() : "";
    }

    /**
     * @param fault what was thrown
     * @return what was thrown first, by whoever did the work
     */
    public static Throwable root(Throwable fault) {
        Throwable cause = fault;
        while (wraps(cause)) {
            Throwable inner = cause.getCause();
            if (inner == null) {
                return cause;
            }
            cause = inner;
        }
        return cause;
    }

    private static boolean wraps(Throwable fault) {
        return fault instanceof CompletionException
                || fault instanceof ExecutionException
                || fault instanceof ViewFault;
    }
}
