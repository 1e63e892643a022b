package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.federation.When;
import dev.dovetail.shell.features.FeatureDeeds;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.updates.DeadlineText;
import dev.dovetail.shell.updates.UpdateTiming;
import dev.dovetail.shell.view.Failure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does what the features page and the palette ask for, and says in a toast how it went. */
final class PageDeeds implements FeatureDeeds {

    private final Federation federation;
    private final Requests requests;
    private final Executor ui;
    private final Consumer<Toast> toasts;
    private final Consumer<String> onView;
    private final Consumer<Boolean> onChecking;
    private final Supplier<UpdateTiming> timing;
    private final Power power;
    private final DeadlineText words;

    /** Which features are off. */
    interface Power {

        /** @return whether it is off */
        boolean isOff(FeatureStatus feature);

        /** @return whether it is off because the person disabled it */
        boolean isDisabled(FeatureStatus feature);

        /** @param feature may show itself again */
        void enable(FeatureStatus feature);

        /** @param feature runs now */
        void on(FeatureStatus feature);
    }

    /**
     * @param federation is asked to check
     * @param requests does everything else
     * @param ui the JavaFX application thread
     * @param toasts says how it went
     * @param onView opens a view
     * @param onChecking told when checking begins and ends
     * @param timing decides when an update comes
     * @param power which features are off
     * @param words how moments are written
     */
    PageDeeds(
            Federation federation,
            Requests requests,
            Executor ui,
            Consumer<Toast> toasts,
            Consumer<String> onView,
            Consumer<Boolean> onChecking,
            Supplier<UpdateTiming> timing,
            Power power,
            DeadlineText words) {
        this.federation = federation;
        this.requests = requests;
        this.ui = ui;
        this.toasts = toasts;
        this.onView = onView;
        this.onChecking = onChecking;
        this.timing = timing;
        this.power = power;
        this.words = words;
    }

    @Override
    public void install(FeatureStatus feature) {
        tell(requests.activate(feature), feature.title() + " could not be installed", active -> {
            Toast done = Toast.of(Level.SUCCESS, feature.title() + " " + active.version() + " is installed.");
            return hasView(feature) ? done.with("Open", () -> open(feature)) : done;
        });
    }

    private static boolean hasView(FeatureStatus feature) {
        return feature.contributions().stream().anyMatch(Contribution.View.class::isInstance);
    }

    @Override
    public void open(FeatureStatus feature) {
        feature.contributions().stream()
                .filter(Contribution.View.class::isInstance)
                .map(Contribution.View.class::cast)
                .min(Comparator.comparingInt(Contribution.View::order))
                .ifPresent(view -> onView.accept(view.id()));
    }

    @Override
    public void update(FeatureStatus feature) {
        timing.get().wish(feature);
    }

    @Override
    public void updateLater(FeatureStatus feature, When when) {
        timing.get().later(feature, when);
    }

    @Override
    public void forgetUpdate(FeatureStatus feature) {
        timing.get().forget(feature.id());
    }

    @Override
    public DeadlineText words() {
        return words;
    }

    @Override
    public Optional<When> waits(FeatureStatus feature) {
        return timing.get().of(feature.id());
    }

    /** What its views said to an update was for the person to weigh, and they have. */
    void askWhen(FeatureStatus feature, List<String> objections) {
        Toast question = Toast.of(
                        Level.WARNING,
                        feature.title() + " asks to wait with its update: " + String.join(" ", objections)
                                + feature.state()
                                        .deadline()
                                        .map(deadline -> " The update " + words.within(deadline))
                                        .orElse(""))
                .with("Update now", () -> timing.get().now(feature));
        for (When when : When.values()) {
            question = question.with(when.label(), () -> updateLater(feature, when));
        }
        toasts.accept(question);
    }

    void carryOutUpdate(FeatureStatus feature) {
        String newer = feature.state() instanceof Updatable updatable
                ? updatable.newer()
                : feature.state().version();
        tell(
                requests.update(feature),
                feature.title() + " could not be updated",
                snapshot -> updated(
                        feature.title(),
                        snapshot.feature(feature.id())
                                .map(now -> now.state().version())
                                .orElse(newer)));
    }

    static Toast updated(String title, String version) {
        return Toast.of(Level.SUCCESS, title + " was updated to " + version + ".");
    }

    @Override
    public void remove(FeatureStatus feature) {
        tell(
                requests.remove(feature),
                feature.title() + " could not be removed",
                snapshot -> Toast.of(Level.SUCCESS, feature.title() + " was removed. Its data is kept."));
    }

    @Override
    public void cancel(FeatureStatus feature) {
        requests.cancel(feature.id());
    }

    @Override
    public boolean isOff(FeatureStatus feature) {
        return power.isOff(feature);
    }

    @Override
    public boolean isDisabled(FeatureStatus feature) {
        return power.isDisabled(feature);
    }

    @Override
    public void enable(FeatureStatus feature) {
        power.enable(feature);
    }

    @Override
    public void switchOn(FeatureStatus feature) {
        tell(requests.activate(feature), feature.title() + " could not be switched on", active -> {
            power.on(feature);
            return Toast.of(Level.SUCCESS, feature.title() + " " + active.version() + " is on.");
        });
    }

    @Override
    public void check() {
        onChecking.accept(true);
        CompletionStage<Snapshot> check = federation.check();
        tell(check, "The repositories could not be checked", PageDeeds::checked);
        var unused = check.whenComplete((snapshot, fault) -> ui.execute(() -> onChecking.accept(false)));
    }

    private static Toast checked(Snapshot snapshot) {
        long away = snapshot.repositories().stream()
                .filter(repository -> !repository.reachable())
                .map(RepositoryStatus::url)
                .count();
        long updates = snapshot.features().stream()
                .filter(feature -> feature.state() instanceof Updatable)
                .count();
        if (away > 0) {
            return Toast.of(
                    Level.WARNING,
                    (away == 1 ? "A repository" : away + " repositories")
                            + " could not be reached. What is installed keeps working.");
        }
        return Toast.of(
                Level.INFO,
                updates == 0
                        ? "Everything is up to date."
                        : updates == 1 ? "One update is available." : updates + " updates are available.");
    }

    private <T> void tell(CompletionStage<T> stage, String failed, Function<T, Toast> done) {
        var unused = stage.whenComplete((answer, fault) ->
                ui.execute(() -> toasts.accept(fault == null ? done.apply(answer) : failure(failed, fault))));
    }

    private static boolean isWanted(Throwable fault) {
        Throwable cause = fault instanceof CompletionException && fault.getCause() != null ? fault.getCause() : fault;
        return cause instanceof FederationException refusal && refusal.code().equals("DT-FETCH-022");
    }

    static Toast failure(String failed, Throwable fault) {
        return isWanted(fault)
                ? Toast.of(Level.INFO, "Cancelled. Nothing was changed.")
                : Toast.of(Level.ERROR, failed + ": " + Failure.advice(fault));
    }
}
