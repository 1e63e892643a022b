package dev.dovetail.provisioner.heap;

import java.util.ArrayList;
import java.util.List;

/**
 * What keeps a class loader in memory, or that nothing does.
 *
 * @param name what the class loader was called by whoever watches it
 * @param strength how firmly it is held
 * @param holder whose object holds on to it, in words; empty when nothing does
 * @param hops class and field, from what is never collected to the first object that is of the class loader
 */
public record HeapPath(String name, Strength strength, String holder, List<String> hops) {

    /** How firmly something is held. */
    public enum Strength {
        /** For good. */
        HELD,
        /** Until memory gets short. */
        SOFT,
        /** Until the next collection. */
        FREE
    }

    /** Copies the list. */
    public HeapPath {
        hops = List.copyOf(hops);
    }

    /** @return the same for people, a line for each hop */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(
                switch (strength) {
                    case HELD -> name + " is held by " + holder + ":";
                    case SOFT -> name + " is held by " + holder + ", until memory gets short:";
                    case FREE -> name + " is held by nothing; it goes with the next collection.";
                });
        for (int n = 0; n < hops.size(); n++) {
            lines.add((n == 0 ? "    " : "    → ") + hops.get(n));
        }
        return lines;
    }
}
