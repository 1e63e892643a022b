package dev.dovetail.federation;

import java.util.List;

/**
 * How Dovetail itself fares.
 *
 * @param safe whether it started with all features off, so that a person can switch them on one by one
 * @param incidents what was done since the start to keep things going, in sentences for people, oldest first
 */
public record Condition(boolean safe, List<String> incidents) {

    /** Nothing is the matter. */
    public static final Condition WELL = new Condition(false, List.of());

    /** Copies the list. */
    public Condition {
        incidents = List.copyOf(incidents);
    }
}
