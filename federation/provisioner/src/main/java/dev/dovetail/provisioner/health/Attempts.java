package dev.dovetail.provisioner.health;

/**
 * Starts that were begun and of which it isn't known that they went well.
 *
 * @param generation the generation that was started with
 * @param count how many there were one after the other; 0 once a start has gone well
 */
public record Attempts(long generation, int count) {

    /** Nothing was begun that did not go well. */
    public static final Attempts NONE = new Attempts(0, 0);

    /** Checks the count. */
    public Attempts {
        if (count < 0) {
            throw new IllegalArgumentException("Expected a count of 0 or more, found: " + count);
        }
    }

    Attempts another(long of) {
        return new Attempts(of, of == generation ? count + 1 : 1);
    }
}
