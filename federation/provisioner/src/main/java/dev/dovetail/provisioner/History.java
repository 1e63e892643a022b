package dev.dovetail.provisioner;

import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Generation.Change;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalLong;
import org.osgi.framework.Version;

/** The generations that are kept: what going back to each would change, and which of them a person wants kept. */
public final class History {

    private final Generations generations;

    /** @param generations those on disk */
    public History(Generations generations) {
        this.generations = generations;
    }

    /**
     * @return those that can be read, newest first
     * @throws HomeException when nobody can tell what is in force, kept or pinned
     */
    public List<Generation> kept() throws HomeException {
        Lockfile current = generations.current();
        OptionalLong good = generations.good();
        NavigableSet<Long> pinned = generations.pinned();
        List<Generation> all = new ArrayList<>();
        for (long number : generations.kept().descendingSet()) {
            Optional<Lockfile> lockfile = readable(number);
            if (lockfile.isPresent()) {
                all.add(new Generation(
                        number,
                        generations.since(number),
                        number == current.generation(),
                        good.isPresent() && good.getAsLong() == number,
                        pinned.contains(number),
                        changes(current, lockfile.get())));
            }
        }
        return all;
    }

    /** One that can't be read is none to go back to. */
    private Optional<Lockfile> readable(long number) {
        try {
            return Optional.of(generations.at(number));
        } catch (HomeException e) {
            System.getLogger(History.class.getName())
                    .log(System.Logger.Level.WARNING, "Generation " + number + " can't be read", e);
            return Optional.empty();
        }
    }

    /**
     * @param from the set in force
     * @param to another
     * @return what going there does to features, by title
     */
    static List<Change> changes(Lockfile from, Lockfile to) {
        List<Change> changes = new ArrayList<>();
        for (LockedFeature then : to.features()) {
            Optional<LockedFeature> now = from.feature(then.id());
            if (now.isEmpty()) {
                changes.add(new Generation.Added(then.id(), then.title(), then.version()));
            } else {
                moved(now.get(), then).ifPresent(changes::add);
            }
        }
        from.features().stream()
                .filter(now -> to.feature(now.id()).isEmpty())
                .forEach(now -> changes.add(new Generation.Removed(now.id(), now.title(), now.version())));
        changes.sort(Comparator.comparing(Change::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(Change::id));
        return changes;
    }

    private static Optional<Change> moved(LockedFeature now, LockedFeature then) {
        int order = Version.parseVersion(then.version()).compareTo(Version.parseVersion(now.version()));
        if (order == 0) {
            return Optional.empty();
        }
        return Optional.of(
                order > 0
                        ? new Generation.Raised(then.id(), then.title(), now.version(), then.version())
                        : new Generation.Lowered(then.id(), then.title(), now.version(), then.version()));
    }

    /**
     * Has a generation kept for as long as a person likes, or no longer. It is let go with the next change then.
     *
     * @param generation its number
     * @param pinned whether it is to be kept
     * @throws RefusedException when there is none of that number to keep
     * @throws HomeException when it can't be noted down
     */
    public void pin(long generation, boolean pinned) throws RefusedException, HomeException {
        NavigableSet<Long> wanted = generations.pinned();
        if (pinned && !generations.kept().contains(generation)) {
            throw new RefusedException(
                    "DT-APPLY-007",
                    "Expected generation " + generation + " among those that are kept, found " + generations.kept()
                            + ".",
                    "dovetail revert --list says more of them.");
        }
        boolean changed = pinned ? wanted.add(generation) : wanted.remove(generation);
        if (changed) {
            generations.pin(wanted);
        }
    }
}
