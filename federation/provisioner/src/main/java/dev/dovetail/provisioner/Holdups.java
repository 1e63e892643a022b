package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.health.Trial;
import java.time.Clock;

/**
 * Notes down which feature holds up the window, on the thread that says so: the provisioner's own may be waiting for the
 * window at that moment.
 */
final class Holdups {

    private final Disk disk;
    private final Clock clock;

    Holdups(Disk disk, Clock clock) {
        this.disk = disk;
        this.clock = clock;
    }

    void begin(Active feature, String where) {
        note(() -> disk.heldUp().write(new HeldUp(feature.featureId(), version(feature), where, clock.instant())));
    }

    /** The window knows a feature by the version in use; while a newer one is about to take over, it is on trial already. */
    private String version(Active feature) throws HomeException {
        return disk.health()
                .read()
                .trial(feature.featureId())
                .filter(Trial::running)
                .map(Trial::version)
                .orElse(feature.version());
    }

    void end() {
        note(disk.heldUp()::clear);
    }

    private static void note(Noting noting) {
        try {
            noting.note();
        } catch (HomeException e) {
            System.getLogger(Holdups.class.getName())
                    .log(System.Logger.Level.WARNING, "What holds up the window can't be noted down", e);
        }
    }

    private interface Noting {
        void note() throws HomeException;
    }
}
