package dev.dovetail.shell.updates;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Sees to it that what must be in by a moment is in from then on: reminds of it shortly before, and then carries it out,
 * whatever was chosen for it. Where its repository can't be reached nothing happens until it can. What failed is tried once
 * more each time that the repositories have been asked. JavaFX application thread only.
 */
public final class MandatoryUpdates {

    /** How long before the moment a person is reminded. */
    public static final Duration NOTICE = Duration.ofMinutes(10);

    /** How long after an attempt, or asking, that led to nothing the repositories are asked again. */
    public static final Duration RETRY = Duration.ofMinutes(5);

    /** How often the repositories are asked when nothing is due: a release may become one that must be in. */
    public static final Duration ROUND = Duration.ofHours(1);

    /**
     * What it needs of the window.
     *
     * @param busy whether something is under way for a feature
     * @param remind told of what will be carried out soon
     * @param carryOut carries out what can't wait any longer
     * @param held told of what would be carried out, were it not held back
     * @param check asks the repositories
     */
    public record Window(
            Predicate<String> busy,
            BiConsumer<FeatureStatus, Deadline> remind,
            BiConsumer<FeatureStatus, Deadline> carryOut,
            BiConsumer<FeatureStatus, Deadline> held,
            Runnable check) {}

    private record Release(String featureId, String newer, Instant by) {}

    private final Clock clock;
    private final Window window;
    private final Set<Release> reminded = new HashSet<>();
    private final Set<Release> tried = new HashSet<>();
    private final Set<Release> told = new HashSet<>();
    private Instant asked;

    /**
     * @param clock what time it is
     * @param window the window
     */
    public MandatoryUpdates(Clock clock, Window window) {
        this.clock = clock;
        this.window = window;
        asked = clock.instant();
    }

    /**
     * Looks what is due. To be called often: after each change, and as time goes by.
     *
     * @param snapshot what is known
     */
    public void look(Snapshot snapshot) {
        boolean left = false;
        for (FeatureStatus feature : snapshot.features()) {
            Optional<Deadline> deadline = feature.state().deadline();
            if (deadline.isPresent()) {
                left |= look(feature, deadline.get(), state(feature, snapshot));
            }
        }
        Duration since = Duration.between(asked, clock.instant());
        // A clock that was set back must not keep anybody from asking.
        if (since.isNegative() || since.compareTo(left ? RETRY : ROUND) >= 0) {
            asked = clock.instant();
            window.check().run();
        }
    }

    private static RepositoryStatus.State state(FeatureStatus feature, Snapshot snapshot) {
        return snapshot.repositories().stream()
                .filter(repository -> repository.url().equals(feature.repository()))
                .map(RepositoryStatus::state)
                .findFirst()
                .orElse(RepositoryStatus.State.AWAY);
    }

    /** Says whether it is over, and nothing is being done about it. */
    private boolean look(FeatureStatus feature, Deadline deadline, RepositoryStatus.State state) {
        if (feature.state() instanceof Updatable updatable) {
            Release release = new Release(feature.id(), updatable.newer(), deadline.by());
            if (deadline.isOver(clock.instant())) {
                return !carriesOut(feature, deadline, release, state);
            }
            if (deadline.isOver(clock.instant().plus(NOTICE)) && reminded.add(release)) {
                window.remind().accept(feature, deadline);
            }
        } else if (feature.state() instanceof HeldBack held
                && deadline.isOver(clock.instant())
                && told.add(new Release(feature.id(), held.newer(), deadline.by()))) {
            window.held().accept(feature, deadline);
        }
        return false;
    }

    private boolean isFresh() {
        Duration since = Duration.between(asked, clock.instant());
        return !since.isNegative() && since.compareTo(RETRY) < 0;
    }

    private boolean carriesOut(
            FeatureStatus feature, Deadline deadline, Release release, RepositoryStatus.State state) {
        if (window.busy().test(feature.id())) {
            return true;
        }
        if (state != RepositoryStatus.State.CONNECTED) {
            tried.remove(release);
            return false;
        }
        if (!isFresh()) {
            // What must be in may have been withdrawn since.
            return false;
        }
        boolean first = tried.add(release);
        if (first) {
            asked = clock.instant();
            window.carryOut().accept(feature, deadline);
        }
        return first;
    }
}
