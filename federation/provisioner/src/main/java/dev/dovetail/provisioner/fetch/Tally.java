package dev.dovetail.provisioner.fetch;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Progress.Phase;
import dev.dovetail.provisioner.store.Content;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Adds up what several downloads have brought, and tells it: never less than before, not more often than anybody can see,
 * and one thread at a time.
 */
final class Tally {

    private static final long SEEN_MILLIS = 40;

    private final Map<Content, Long> bytes = new HashMap<>();
    private final int bundles;
    private final long total;
    private final Clock clock;
    private final Pace pace;
    private final Consumer<Progress> told;
    private int whole;
    private long most;
    private long lastTold;

    Tally(List<Content> wanted, Clock clock, Consumer<Progress> told) {
        this.bundles = wanted.size();
        this.total = wanted.stream().mapToLong(Content::size).sum();
        this.clock = clock;
        this.pace = new Pace(clock);
        this.told = told;
    }

    synchronized void has(Content content, long count) {
        bytes.put(content, count);
        if (clock.millis() - lastTold >= SEEN_MILLIS) {
            tell();
        }
    }

    synchronized void landed(Content content) {
        bytes.put(content, content.size());
        whole++;
        tell();
    }

    private void tell() {
        lastTold = clock.millis();
        most = Math.max(most, bytes.values().stream().mapToLong(Long::longValue).sum());
        told.accept(new Progress(Phase.FETCHING, whole, bundles, most, total, pace.left(most, total)));
    }
}
