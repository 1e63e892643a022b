package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.health.HeldUpFile;
import java.time.Clock;

/**
 * Notes down which feature holds up the window, on the thread that says so: the provisioner's own may be waiting for the
 * window at that moment.
 */
final class Holdups {

    private final HeldUpFile file;
    private final Clock clock;

    Holdups(HeldUpFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    void begin(Active feature, String where) {
        note(() -> file.write(new HeldUp(feature.featureId(), feature.version(), where, clock.instant())));
    }

    void end() {
        note(file::clear);
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
