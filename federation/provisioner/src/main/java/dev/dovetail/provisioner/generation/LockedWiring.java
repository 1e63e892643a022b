package dev.dovetail.provisioner.generation;

import java.util.List;
import java.util.TreeSet;

/**
 * All that one bundle gets, as the plan decided it. What is optional and not among it, the bundle does without.
 *
 * @param recorded whether anybody knows; if not, the framework chooses
 * @param wires in their order
 */
public record LockedWiring(boolean recorded, List<LockedWire> wires) {

    /** Of a bundle whose wires were not recorded. */
    public static final LockedWiring UNKNOWN = new LockedWiring(false, List.of());

    /** Puts the wires in order. */
    public LockedWiring {
        wires = List.copyOf(new TreeSet<>(wires));
    }

    /**
     * @param wires all that it gets
     * @return the record of it
     */
    public static LockedWiring of(List<LockedWire> wires) {
        return new LockedWiring(true, wires);
    }
}
