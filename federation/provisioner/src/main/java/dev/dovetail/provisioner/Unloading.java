package dev.dovetail.provisioner;

import dev.dovetail.provisioner.apply.Retirement;
import dev.dovetail.provisioner.apply.Retirements;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sees to it that replaced versions leave memory. Nothing is collected on their account at first: most go with a
 * collection that comes anyway. Of what is there after the limit, one collection tells what is held, and another one,
 * after the limit once more, that it stays so; then the person is told, once for each feature. So whoever works in the
 * window waits for two collections at most, however many versions were replaced meanwhile.
 */
public final class Unloading {

    /** How long a replaced version may take to leave memory. */
    public static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int COLLECTIONS = 2;

    /**
     * A bundle that has left the framework and is in memory.
     *
     * @param retirement which
     * @param held whether a collection, after the limit, has left it there
     */
    public record Leftover(Retirement retirement, boolean held) {}

    /**
     * How it stands.
     *
     * @param unloaded how many bundles have left memory since the start
     * @param present those that have left the framework alone, oldest first
     */
    public record Report(long unloaded, List<Leftover> present) {

        /** Of a process that has replaced nothing. */
        public static final Report NONE = new Report(0, List.of());

        /** Copies the list. */
        public Report {
            present = List.copyOf(present);
        }
    }

    private final Retirements retirements;
    private final Watch watch;
    private final Duration limit;
    private final Runnable collection;
    private final Consumer<String> onLeak;
    // How many collections have left it there.
    private final Map<Retirement, Integer> survived = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private boolean waiting;

    /**
     * @param retirements the bundles that have left the framework
     * @param watch the time, and what wakes up
     * @param limit how long they may take to leave memory
     * @param collection collects all that is not held
     * @param onLeak told in a sentence for people of what stays, and of what doesn't even stop
     */
    public Unloading(
            Retirements retirements, Watch watch, Duration limit, Runnable collection, Consumer<String> onLeak) {
        this.retirements = retirements;
        this.watch = watch;
        this.limit = limit;
        this.collection = collection;
        this.onLeak = onLeak;
        retirements.listen(this::later);
        retirements.listen(onLeak);
    }

    /** @return how it stands, as far as collections so far have shown; asks for none */
    public synchronized Report report() {
        List<Leftover> present = retirements.present().stream()
                .map(retirement -> new Leftover(retirement, survived.containsKey(retirement)))
                .toList();
        return new Report(retirements.unloaded(), present);
    }

    private synchronized void later() {
        if (!waiting) {
            waiting = true;
            watch.alarm().after(limit, this::look);
        }
    }

    private synchronized void look() {
        waiting = false;
        Set<Retirement> due = due();
        if (!due.isEmpty()) {
            collection.run();
        }
        List<Retirement> present = retirements.present();
        survived.keySet().retainAll(present);
        present.stream().filter(due::contains).forEach(this::note);
        if (present.stream().anyMatch(this::isOpen)) {
            later();
        }
    }

    private Set<Retirement> due() {
        Instant latest = watch.clock().instant().minus(limit);
        return retirements.present().stream()
                .filter(retirement -> isOpen(retirement) && !retirement.since().isAfter(latest))
                .collect(Collectors.toSet());
    }

    private boolean isOpen(Retirement retirement) {
        return survived.getOrDefault(retirement, 0) < COLLECTIONS;
    }

    private void note(Retirement retirement) {
        String subject = retirement.feature().isEmpty() ? retirement.bundle() : retirement.feature();
        if (survived.merge(retirement, 1, Integer::sum) == COLLECTIONS && told.add(subject)) {
            onLeak.accept(retirement.name()
                    + " was replaced, but something holds on to it, so it stays in memory until Dovetail ends. To see"
                    + " what does: dovetail doctor --leaks");
        }
    }
}
