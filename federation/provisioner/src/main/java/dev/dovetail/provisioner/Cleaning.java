package dev.dovetail.provisioner;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.Retention;
import dev.dovetail.provisioner.health.Trial;
import java.util.HashSet;
import java.util.NavigableSet;
import java.util.Set;

/**
 * Lets go of generations that nobody needs, and then of jars that no generation has, such as those that were fetched and
 * refused.
 *
 * <p>To be called by whoever holds the home's lock, on the thread that changes it: then no other process uses anything
 * here, and what this one uses it names. What is interrupted leaves more behind than it should, never less.
 */
public final class Cleaning {

    private final Disk disk;
    private final Retention retention;

    /**
     * @param disk the home's parts
     * @param retention how much is kept
     */
    public Cleaning(Disk disk, Retention retention) {
        this.disk = disk;
        this.retention = retention;
    }

    /**
     * Cleans.
     *
     * @param running the digests in the framework
     * @throws HomeException when the home can't be read or written; what was let go of until then is gone
     */
    public void clean(Set<String> running) throws HomeException {
        Generations generations = disk.generations();
        Set<Long> needed = needed(generations);
        NavigableSet<Long> kept = generations.kept();
        for (long surplus : retention.surplus(kept, needed)) {
            generations.delete(surplus);
        }
        kept = generations.kept();
        Set<String> used = new HashSet<>(running);
        for (long generation : kept) {
            used.addAll(bundles(generations, generation, needed.contains(generation)));
        }
        generations.sweep();
        disk.store().keepOnly(used);
    }

    private Set<Long> needed(Generations generations) throws HomeException {
        Set<Long> needed = new HashSet<>();
        needed.add(generations.current().generation());
        generations.good().ifPresent(needed::add);
        needed.addAll(generations.pinned());
        disk.health().read().trials().stream().map(Trial::before).forEach(needed::add);
        return needed;
    }

    /** What can't be read can't be gone back to; but while somebody needs it, nobody knows what it has. */
    private static Set<String> bundles(Generations generations, long generation, boolean needed) throws HomeException {
        try {
            Set<String> digests = new HashSet<>();
            for (LockedBundle bundle : generations.at(generation).bundles()) {
                digests.add(bundle.content().sha256());
            }
            return digests;
        } catch (HomeException e) {
            if (needed) {
                throw e;
            }
            generations.delete(generation);
            return Set.of();
        }
    }
}
