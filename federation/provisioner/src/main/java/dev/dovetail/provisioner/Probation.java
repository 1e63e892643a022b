package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.health.Trial;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Follows new versions until each has shown itself to be good: it started, was shown, and ran for a while after that
 * without a fault. On the provisioner's thread only.
 */
final class Probation {

    private final Disk disk;
    private final Watch watch;
    private final Map<String, Instant> shown = new HashMap<>();
    private boolean settled;

    Probation(Disk disk, Watch watch) {
        this.disk = disk;
        this.watch = watch;
    }

    /** Before a feature's code runs: should it take the process with it, the next start knows by this. */
    void starts(String feature) throws HomeException {
        disk.health().change(health -> health.running(feature));
    }

    /** Whether a running feature is on probation, with exactly this version. */
    Optional<Trial> of(Active active) throws HomeException {
        return trial(active.featureId()).filter(trial -> trial.version().equals(active.version()));
    }

    /** A feature's installed version, while it is on probation. */
    Optional<Trial> trial(String feature) throws HomeException {
        Lockfile current = disk.generations().current();
        return disk.health().read().trial(feature).filter(trial -> current.feature(feature)
                .filter(installed -> installed.bundle().equals(trial.bundle()))
                .isPresent());
    }

    /** @return whether its time begins now */
    boolean shown(Active active) throws HomeException {
        Optional<Trial> trial = of(active);
        return trial.isPresent()
                && shown.putIfAbsent(trial.get().bundle(), watch.clock().instant()) == null;
    }

    /** The window has been up for long enough. */
    void settle() throws HomeException {
        settled = true;
        disk.health().change(Health::started);
        var unused = judge();
    }

    /** Ends the trials whose time is over; once nothing that runs is on trial, the generation is good. Says if any does. */
    boolean judge() throws HomeException {
        Instant now = watch.clock().instant();
        for (Trial trial : disk.health().read().trials()) {
            Instant since = shown.get(trial.bundle());
            if (since != null && !since.plus(watch.trial()).isAfter(now)) {
                disk.health().change(health -> health.settled(trial.feature()));
                shown.remove(trial.bundle());
            }
        }
        boolean open = disk.health().read().trials().stream().anyMatch(Trial::running);
        long current = disk.generations().current().generation();
        boolean known = disk.generations().good().stream().anyMatch(good -> good == current);
        if (settled && !open && !known && !watch.started().safe()) {
            disk.generations().markGood(current);
        }
        return open;
    }

    /** All ends as it should, but for who holds up the window: whatever comes next is nobody else's fault. */
    void end() {
        try {
            Optional<HeldUp> culprit = disk.heldUp().read();
            disk.health()
                    .change(health -> health.ended(
                            trial -> culprit.filter(held -> held.isOf(trial)).isPresent()));
        } catch (HomeException e) {
            System.getLogger(Probation.class.getName())
                    .log(System.Logger.Level.WARNING, "That all ended well can't be noted down", e);
        }
    }
}
