package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Generation;
import dev.dovetail.shell.embed.Embeds.Off;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Code;
import dev.dovetail.shell.guard.Suspects;
import dev.dovetail.shell.guard.Suspects.Suspect;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.RemedyBar;
import dev.dovetail.shell.view.RunningVersions;
import dev.dovetail.shell.view.WayOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known and done about a feature that fails. JavaFX application thread only, where nothing else is said. */
final class FeatureCare implements WayOut {

    private final Federation federation;
    private final FeatureServices services;
    private final String version;
    private final Executor ui;
    private final RunningVersions running;
    private final Switches switches;
    private final Requests requests;
    private final Consumer<Toast> toasts;
    private final Consumer<String> disabled;

    /**
     * @param world knows the features and where their code is from
     * @param running says which version is in use
     * @param switches remembers which features are off
     * @param requests takes versions back
     * @param toasts says how that went
     * @param disabled told of a feature that a person has just disabled
     */
    FeatureCare(
            ShellWorld world,
            RunningVersions running,
            Switches switches,
            Requests requests,
            Consumer<Toast> toasts,
            Consumer<String> disabled) {
        this.federation = world.federation();
        this.services = world.services();
        this.version = world.version();
        this.ui = world.ui();
        this.running = running;
        this.switches = switches;
        this.requests = requests;
        this.toasts = toasts;
        this.disabled = disabled;
    }

    /** @return lines for a report: the feature, its version and where it is from, and Dovetail's own version */
    List<String> facts(Owner owner) {
        List<String> facts = new ArrayList<>();
        Optional<FeatureStatus> feature = federation.snapshot().feature(owner.featureId());
        feature.ifPresent(known -> facts.add("feature: " + known.id() + " "
                + known.state().version() + " (" + known.title() + "), from " + known.repository()));
        running.of(owner.featureId())
                .ifPresent(active -> facts.add("running: " + active.version()
                        + services.code(active)
                                .map(Code::location)
                                .map(at -> ", " + at)
                                .orElse("")));
        facts.add("dovetail: " + version);
        return facts;
    }

    boolean isDisabled(FeatureStatus feature) {
        return switches.isDisabled(feature);
    }

    /** @return that it is, in a sentence */
    String disabled(FeatureStatus feature) {
        return switches.why(feature).map(Off::reason).orElse("");
    }

    void enable(FeatureStatus feature) {
        switches.enable(feature);
    }

    @Override
    public void offer(Owner owner, String reason, RemedyBar bar) {
        Optional<FeatureStatus> installed = federation
                .snapshot()
                .feature(owner.featureId())
                .filter(feature -> !(feature.state() instanceof Available));
        installed.ifPresent(feature -> {
            bar.offer("disable", "Disable", "slash", () -> disable(feature));
            var unused = federation.generations().thenAccept(kept -> previous(feature, kept)
                    .ifPresent(before -> ui.execute(() -> bar.offer(
                            "previous",
                            "Go back to " + before,
                            "corner-up-left",
                            () -> takeBack(feature, before, reason)))));
        });
    }

    /** The version of the newest generation that has an older one. */
    private static Optional<String> previous(FeatureStatus feature, List<Generation> kept) {
        return kept.stream()
                .flatMap(generation -> generation.changes().stream())
                .filter(Generation.Lowered.class::isInstance)
                .map(Generation.Lowered.class::cast)
                .filter(change -> change.id().equals(feature.id()))
                .map(Generation.Lowered::to)
                .findFirst();
    }

    private void takeBack(FeatureStatus feature, String before, String reason) {
        var unused = requests.takeBack(feature, reason)
                .whenComplete((snapshot, fault) -> ui.execute(() -> toasts.accept(
                        fault == null
                                ? Toast.of(Level.SUCCESS, feature.title() + " " + before + " is back.")
                                : PageDeeds.failure(feature.title() + " could not go back to " + before, fault))));
    }

    private void disable(FeatureStatus feature) {
        switches.disable(feature.id());
        disabled.accept(feature.id());
    }

    /** @return the feature as one whose code runs, if it does; any thread */
    Optional<Attribution> attribution(Owner owner) {
        return running.of(owner.featureId()).map(active -> Attribution.of(active, owner.title()));
    }

    /** @return says whose code something is, of all that run at that moment; any thread */
    Suspects suspects() {
        return new Suspects(this::all);
    }

    /** Those in use, and those that are only starting, or that nothing was seen of yet. */
    private List<Suspect> all() {
        List<Active> used = running.all();
        Set<String> known = used.stream().map(Active::featureId).collect(Collectors.toSet());
        Stream<Active> others = services.present().stream().filter(active -> !known.contains(active.featureId()));
        return Stream.concat(used.stream(), others)
                .flatMap(active -> services.code(active).map(code -> suspect(active, code)).stream())
                .toList();
    }

    private Suspect suspect(Active active, Code code) {
        String title = federation
                .snapshot()
                .feature(active.featureId())
                .map(FeatureStatus::title)
                .orElse(active.featureId());
        return new Suspect(Attribution.of(active, title), code.loader());
    }
}
