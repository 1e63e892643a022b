package dev.dovetail.provisioner;

import java.time.Duration;

/** Judges the start and the versions on probation when their time has come. On the provisioner's thread, but for the alarm. */
final class Settling {

    private final Watch watch;
    private final Probation probation;
    private final Turns turns;
    private boolean judging;

    Settling(Watch watch, Probation probation, Turns turns) {
        this.watch = watch;
        this.probation = probation;
        this.turns = turns;
    }

    /** The window can be used: the start has gone well once it was so for a while. */
    void usable() {
        after(watch.settle(), () -> {
            probation.settle();
            return true;
        });
    }

    /** There may be something new on probation. One alarm at a time, however many versions come meanwhile. */
    void later() {
        if (!judging) {
            judging = true;
            after(watch.trial(), () -> {
                judging = false;
                if (probation.judge()) {
                    later();
                }
                return true;
            });
        }
    }

    private void after(Duration delay, Turns.Work<Boolean> work) {
        watch.alarm().after(delay, () -> {
            var unused = turns.submit(work);
        });
    }
}
