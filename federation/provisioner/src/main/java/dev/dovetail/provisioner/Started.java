package dev.dovetail.provisioner;

import dev.dovetail.provisioner.health.Incident;
import java.util.List;

/**
 * How a start begins.
 *
 * @param safe whether the shell comes up alone, with all features off
 * @param incidents what was done to be able to start, for people to know
 */
public record Started(boolean safe, List<Incident> incidents) {

    /** Nothing was the matter. */
    public static final Started AS_USUAL = new Started(false, List.of());

    /** Copies the list. */
    public Started {
        incidents = List.copyOf(incidents);
    }
}
