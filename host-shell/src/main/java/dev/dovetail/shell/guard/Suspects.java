package dev.dovetail.shell.guard;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whose code threw where no guard stood: an animation, a task given to JavaFX itself, a popup, a thread that the
 * feature started. Exact is only the class of what was thrown, when it is the feature's own. Otherwise the classes on the
 * stack are known by name alone: the first that a running feature defines itself decides. Of two versions of a feature only
 * the one that is in use is asked, so what the other one left behind is put down to its successor. Any thread.
 */
public final class Suspects {

    private static final List<String> PLATFORM =
            List.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "javafx.", "org.osgi.", "org.apache.felix.");

    /** Causes can be a ring. */
    private static final int DEEPEST = 16;

    /**
     * A feature that runs.
     *
     * @param who the feature
     * @param loader defines its classes
     */
    public record Suspect(Attribution who, ClassLoader loader) {}

    private final Supplier<List<Suspect>> running;

    /** @param running the features that run now, one version of each */
    public Suspects(Supplier<List<Suspect>> running) {
        this.running = running;
    }

    /**
     * @param fault what was thrown
     * @return whose it is, unless nobody can tell
     */
    public Optional<Attribution> of(Throwable fault) {
        List<Suspect> suspects = running.get();
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .flatMap(cause -> of(cause, suspects).stream())
                .findFirst();
    }

    private static Optional<Attribution> of(Throwable cause, List<Suspect> suspects) {
        Optional<Attribution> exact = by(cause.getClass().getClassLoader(), suspects);
        return exact.isPresent() ? exact : of(List.of(cause.getStackTrace()), suspects);
    }

    /**
     * @param thread threw or stands still
     * @return whose it is by its class and its loader, unless these are nobody's
     */
    public Optional<Attribution> of(Thread thread) {
        List<Suspect> suspects = running.get();
        Optional<Attribution> own = by(thread.getClass().getClassLoader(), suspects);
        return own.isPresent() ? own : by(thread.getContextClassLoader(), suspects);
    }

    /**
     * @param stack what a thread does, innermost call first
     * @return whose code it runs, unless nobody can tell
     */
    public Optional<Attribution> of(StackTraceElement[] stack) {
        return of(Arrays.asList(stack), running.get());
    }

    private static Optional<Attribution> of(List<StackTraceElement> stack, List<Suspect> suspects) {
        return stack.stream()
                .map(StackTraceElement::getClassName)
                .filter(name -> !isPlatforms(name))
                .distinct()
                .flatMap(name -> suspects.stream().filter(suspect -> defines(suspect.loader(), name)))
                .map(Suspect::who)
                .findFirst();
    }

    /** Whether a class is Java's, JavaFX's or the framework's by its name. */
    static boolean isPlatforms(String className) {
        return PLATFORM.stream().anyMatch(className::startsWith);
    }

    private static Optional<Attribution> by(@Nullable ClassLoader loader, List<Suspect> suspects) {
        return suspects.stream()
                .filter(suspect -> suspect.loader().equals(loader))
                .map(Suspect::who)
                .findFirst();
    }

    // It is on a stack, so it was loaded by somebody; asking loads it at most where it could have been loaded anyway.
    private static boolean defines(ClassLoader loader, String name) {
        try {
            return loader.equals(Class.forName(name, false, loader).getClassLoader());
        } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
            return false;
        }
    }
}
