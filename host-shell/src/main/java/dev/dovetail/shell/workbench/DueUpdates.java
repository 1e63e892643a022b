package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.updates.DeadlineText;
import dev.dovetail.shell.updates.MandatoryUpdates;
import dev.dovetail.shell.updates.UpdateTiming;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

/** Says to a person what is done about updates that must be in, and does it. JavaFX application thread only. */
final class DueUpdates {

    private final Function<String, List<String>> objections;
    private final UpdateTiming timing;
    private final DeadlineText words;
    private final Consumer<Toast> toasts;

    /**
     * @param objections what the open views of a feature have against an update now
     * @param timing carries updates out
     * @param words how moments are written
     * @param toasts says what is done
     */
    DueUpdates(
            Function<String, List<String>> objections,
            UpdateTiming timing,
            DeadlineText words,
            Consumer<Toast> toasts) {
        this.objections = objections;
        this.timing = timing;
        this.words = words;
        this.toasts = toasts;
    }

    /** What sees to it that they come in time. */
    MandatoryUpdates by(Clock clock, Predicate<String> busy, Runnable check) {
        return new MandatoryUpdates(
                clock, new MandatoryUpdates.Window(busy, this::remind, this::carryOut, this::held, check));
    }

    private void remind(FeatureStatus feature, Deadline deadline) {
        toasts.accept(Toast.of(
                        Level.WARNING,
                        release(feature, deadline) + words.within(deadline) + " It comes by itself then.")
                .with("Update now", () -> timing.now(feature)));
    }

    /** What a view says against it is shown, and weighs no more. */
    private void carryOut(FeatureStatus feature, Deadline deadline) {
        List<String> against = objections.apply(feature.id());
        String now = release(feature, deadline) + words.over(deadline) + " It is being put in now";
        toasts.accept(
                against.isEmpty()
                        ? Toast.of(Level.INFO, now + ".")
                        : Toast.of(Level.WARNING, now + ", although it asked to wait: " + String.join(" ", against)));
        timing.now(feature);
    }

    private void held(FeatureStatus feature, Deadline deadline) {
        String why = feature.state() instanceof HeldBack held ? held.reason() : "";
        toasts.accept(Toast.of(
                Level.WARNING, release(feature, deadline) + words.over(deadline) + " It is held back: " + why));
    }

    private static String release(FeatureStatus feature, Deadline deadline) {
        return feature.title() + " " + deadline.version() + " ";
    }
}
