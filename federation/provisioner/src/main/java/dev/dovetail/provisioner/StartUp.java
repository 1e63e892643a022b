package dev.dovetail.provisioner;

import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.NextStart;
import dev.dovetail.provisioner.health.Trial;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Finds a generation to start with, before anything of it runs: one that can be read, without the versions that took the
 * last process with them, and an earlier one when starting failed twice. Touches no network.
 *
 * <p>To be called by whoever holds the home's lock.
 */
public final class StartUp {

    private static final String PUT_BACK = "DT-START-005";
    private static final String WENT_BACK = "DT-START-006";
    private static final String ALONE = "DT-START-007";
    private static final String DAMAGED = "DT-START-008";
    private static final String HELD_UP = "DT-START-011";

    private final Disk disk;
    private final Clock clock;
    private final Restoration restoration;
    private final List<Incident> incidents = new ArrayList<>();

    /**
     * @param disk the home's parts
     * @param reader reads the indexes of generations
     * @param clock what time it is
     */
    public StartUp(Disk disk, IndexReader reader, Clock clock) {
        this.disk = disk;
        this.clock = clock;
        this.restoration = new Restoration(disk.generations(), reader);
    }

    /**
     * Sees to it that the generation in force is one to start with, and notes that a start begins.
     *
     * @param alone whether somebody wants the shell alone
     * @return how the start begins
     * @throws HomeException when no generation can be read, and none can be put in force
     */
    public Started begin(boolean alone) throws HomeException {
        readable();
        Health health = comparable(disk.health().read());
        long current = disk.generations().current().generation();
        NextStart next = NextStart.of(health, current, disk.generations().good());
        boolean safe = alone;
        if (next instanceof NextStart.PutBack back) {
            for (Trial trial : back.trials()) {
                putBack(trial);
            }
        } else if (next instanceof NextStart.GoBack back && !alone) {
            safe = !goBack(current, back.to());
        } else if (next instanceof NextStart.Alone && !alone) {
            tell(ALONE, "Dovetail ended twice before it was up for long, so it started with all features off.");
            safe = true;
        }
        heldUp();
        note(alone);
        return new Started(safe, incidents);
    }

    /**
     * Without the trials of features that have no previous version: a process can be killed for many a reason, and there
     * is nothing better to have back. Should it be them, the second bad start says so. But who held up the window is known.
     */
    private Health comparable(Health health) {
        Optional<HeldUp> culprit = disk.heldUp().read();
        List<Trial> trials = health.trials().stream()
                .filter(trial -> hasPrevious(trial)
                        || culprit.filter(held -> held.isOf(trial)).isPresent())
                .toList();
        return new Health(health.attempts(), trials, health.failed(), health.incidents());
    }

    private boolean hasPrevious(Trial trial) {
        try {
            return disk.generations()
                    .at(trial.before())
                    .feature(trial.feature())
                    .isPresent();
        } catch (HomeException e) {
            // It is told when it is to be put back.
            return true;
        }
    }

    private void heldUp() {
        disk.heldUp().read().ifPresent(last -> {
            tell(
                    HELD_UP,
                    "When Dovetail last ended, " + last.name() + " was holding up the window, in " + last.where()
                            + ". Should it do so again, disable it on its card; --safe starts with all features off.");
            forget();
        });
    }

    private void forget() {
        try {
            disk.heldUp().clear();
        } catch (HomeException e) {
            System.getLogger(StartUp.class.getName())
                    .log(System.Logger.Level.WARNING, "It will be told once more with the next start", e);
        }
    }

    private void note(boolean alone) throws HomeException {
        long now = disk.generations().current().generation();
        remember(health -> {
            Health told = health;
            for (Incident incident : incidents) {
                told = told.telling(incident);
            }
            return alone ? told : told.attempting(now);
        });
    }

    /** What can't be remembered must not keep anybody from starting. */
    private void remember(UnaryOperator<Health> change) {
        try {
            disk.health().change(change);
        } catch (HomeException e) {
            System.getLogger(StartUp.class.getName())
                    .log(System.Logger.Level.WARNING, "This start can't be noted down", e);
        }
    }

    private void tell(String code, String message) {
        incidents.add(new Incident(code, message, clock.instant()));
        System.getLogger(StartUp.class.getName()).log(System.Logger.Level.WARNING, code + ": " + message);
    }

    private void readable() throws HomeException {
        try {
            var unused = disk.generations().current();
        } catch (HomeException e) {
            Lockfile found = newestReadable();
            disk.generations().returnTo(found.generation());
            tell(
                    DAMAGED,
                    e.getMessage() + ". Dovetail started with "
                            + (found.generation() == 0
                                    ? "nothing installed, since no generation can be read."
                                    : "generation " + found.generation() + ", the newest that can be read."));
        }
    }

    private Lockfile newestReadable() throws HomeException {
        NavigableSet<Long> kept = disk.generations().kept();
        while (!kept.isEmpty()) {
            try {
                return disk.generations().at(kept.last());
            } catch (HomeException e) {
                kept = kept.headSet(kept.last(), false);
            }
        }
        return Lockfile.EMPTY;
    }

    private boolean goBack(long from, long to) {
        String why = "Dovetail ended twice before generation " + from + " was up for long, so it started with ";
        try {
            Lockfile good = disk.generations().at(to);
            disk.generations().returnTo(good.generation());
            tell(WENT_BACK, why + "generation " + to + ", the last good one.");
            return true;
        } catch (HomeException e) {
            tell(ALONE, why + "all features off: " + e.getMessage());
            return false;
        }
    }

    /** Only what is gone is remembered as failed: a start that is cut off in between finds the trial again. */
    private void putBack(Trial trial) {
        String reason = "Dovetail ended while " + trial.name() + " was on probation";
        try {
            Optional<Step.Decision> decision = restoration.of(trial);
            if (decision.isPresent()) {
                putInForce(decision.get());
                tell(PUT_BACK, reason + ", so " + outcome(trial, decision.get().next()));
            }
        } catch (HomeException e) {
            tell(PUT_BACK, reason + ", and its previous version could not be put back: " + e.getMessage());
        }
        remember(health -> health.failing(
                new FailedVersion(trial.feature(), trial.version(), trial.bundle(), reason, clock.instant())));
    }

    private static String outcome(Trial trial, Lockfile now) {
        return now.feature(trial.feature())
                .map(feature -> feature.version() + " is back.")
                .orElse("it was taken out.");
    }

    private void putInForce(Step.Decision decision) throws HomeException {
        Generations generations = disk.generations();
        if (decision instanceof Step.Commit commit) {
            generations.commit(commit.next(), commit.index());
        } else {
            generations.returnTo(decision.next().generation());
        }
    }
}
