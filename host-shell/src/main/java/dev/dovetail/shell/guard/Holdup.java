package dev.dovetail.shell.guard;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * That the JavaFX application thread doesn't come to anything else.
 *
 * @param who whose code it runs, unless nobody can tell
 * @param lasted for how long it does so, as far as is known; what came before somebody looked is not in it
 * @param stack what it does, innermost call first
 */
public record Holdup(Optional<Attribution> who, Duration lasted, List<StackTraceElement> stack) {

    /** Copies the list. */
    public Holdup {
        stack = List.copyOf(stack);
    }

    Holdup lasting(Duration longer) {
        return new Holdup(who, longer, stack);
    }

    /** @return the innermost call of a class that isn't Java's or JavaFX's own, or empty */
    public String where() {
        return stack.stream()
                .filter(call -> !Suspects.isPlatforms(call.getClassName()))
                .findFirst()
                .or(() -> stack.stream().findFirst())
                .map(StackTraceElement::toString)
                .orElse("");
    }
}
