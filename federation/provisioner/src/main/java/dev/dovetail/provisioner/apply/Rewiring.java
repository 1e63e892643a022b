package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What lies between the wires of two generations. A bundle is wired once, as long as it stays in the framework; so one that
 * gets something from another bundle than before has to enter again, and so has whoever gets something from it. Pure.
 *
 * <p>Bundles of the platform are the same before and after, and whose wires weren't recorded stays as it is.
 */
final class Rewiring {

    private final Lockfile current;
    private final Lockfile next;

    Rewiring(Lockfile current, Lockfile next) {
        this.current = current;
        this.next = next;
    }

    /** Those bundles that have to enter again, a set of the caller's own. */
    Set<String> among(Set<String> bundles) {
        Map<String, Set<String>> fragmentsNow = fragments(current);
        Map<String, Set<String>> fragmentsThen = fragments(next);
        Deque<String> moved = bundles.stream()
                .filter(bundle ->
                        current.wires().containsKey(bundle) && next.wires().containsKey(bundle))
                .filter(bundle -> isMoved(bundle)
                        || !fragmentsNow
                                .getOrDefault(bundle, Set.of())
                                .equals(fragmentsThen.getOrDefault(bundle, Set.of())))
                .collect(Collectors.toCollection(ArrayDeque::new));
        Set<String> again = new HashSet<>();
        if (moved.isEmpty()) {
            return again;
        }
        Map<String, Set<String>> users = users();
        while (!moved.isEmpty()) {
            String bundle = moved.remove();
            if (again.add(bundle)) {
                moved.addAll(users.getOrDefault(bundle, Set.of()));
            }
        }
        again.retainAll(bundles);
        return again;
    }

    private boolean isMoved(String bundle) {
        return !between(current.wires().getOrDefault(bundle, LockedWiring.UNKNOWN))
                .equals(between(next.wires().getOrDefault(bundle, LockedWiring.UNKNOWN)));
    }

    /** Wires to other bundles of the generation. */
    private static List<LockedWire> between(LockedWiring wiring) {
        return wiring.wires().stream().filter(wire -> !wire.ofPlatform()).toList();
    }

    /** Fragments by host. */
    private static Map<String, Set<String>> fragments(Lockfile lockfile) {
        Map<String, Set<String>> fragments = new HashMap<>();
        lockfile.wires().forEach((bundle, wiring) -> wiring.wires().stream()
                .filter(LockedWire::toHost)
                .forEach(wire -> fragments
                        .computeIfAbsent(wire.provider(), host -> new HashSet<>())
                        .add(bundle)));
        return fragments;
    }

    /** Who gets something from a bundle in the next generation. */
    private Map<String, Set<String>> users() {
        Map<String, Set<String>> users = new HashMap<>();
        next.wires().forEach((bundle, wiring) -> between(wiring)
                .forEach(wire -> users.computeIfAbsent(wire.provider(), provider -> new HashSet<>())
                        .add(bundle)));
        return users;
    }
}
