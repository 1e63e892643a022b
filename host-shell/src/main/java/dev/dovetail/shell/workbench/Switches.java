package dev.dovetail.shell.workbench;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.embed.Embeds.Off;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Which features don't show themselves: those that a person disabled, and in safe mode all that a person has not switched
 * on. What is disabled stays installed, is updated, and serves other features. JavaFX application thread only.
 */
final class Switches implements PageDeeds.Power {

    private final Set<String> on = new HashSet<>();
    private final Set<String> disabled;
    private final Supplier<Snapshot> known;
    private final Consumer<String> changed;

    /**
     * @param disabled the features that were disabled when the window was last closed
     * @param known what is known now
     * @param changed told of a feature that is on or off from then on
     */
    Switches(Set<String> disabled, Supplier<Snapshot> known, Consumer<String> changed) {
        this.disabled = new HashSet<>(disabled);
        this.known = known;
        this.changed = changed;
    }

    /** @return the features that a person disabled */
    Set<String> disabled() {
        return Set.copyOf(disabled);
    }

    @Override
    public boolean isDisabled(FeatureStatus feature) {
        return disabled.contains(feature.id()) && !(feature.state() instanceof Available);
    }

    /** @param featureId is not to show itself any more */
    void disable(String featureId) {
        on.remove(featureId);
        disabled.add(featureId);
        changed.accept(featureId);
    }

    /** @param featureId is to show itself again; in safe mode it stays off until it is switched on */
    void enable(String featureId) {
        disabled.remove(featureId);
        changed.accept(featureId);
    }

    @Override
    public void enable(FeatureStatus feature) {
        enable(feature.id());
    }

    @Override
    public void on(FeatureStatus feature) {
        disabled.remove(feature.id());
        on.add(feature.id());
        changed.accept(feature.id());
    }

    @Override
    public boolean isOff(FeatureStatus feature) {
        return isOff(feature, known.get());
    }

    private boolean isOff(FeatureStatus feature, Snapshot snapshot) {
        boolean safe = snapshot.condition().safe() && !on.contains(feature.id());
        return isDisabled(feature) || (safe && !(feature.state() instanceof Available));
    }

    /** @return why a feature must not show itself, if it must not */
    Optional<Off> why(FeatureStatus feature) {
        if (isDisabled(feature)) {
            return Optional.of(
                    new Off("You disabled " + feature.title() + ". It stays installed, and keeps its data.", true));
        }
        return isOff(feature)
                ? Optional.of(new Off(feature.title() + " is off in safe mode. Switch it on on its card first.", false))
                : Optional.empty();
    }

    /**
     * @param snapshot what is known
     * @return the same as if those that are off contributed nothing
     */
    Snapshot visible(Snapshot snapshot) {
        if (!snapshot.condition().safe() && disabled.isEmpty()) {
            return snapshot;
        }
        List<FeatureStatus> features = snapshot.features().stream()
                .map(feature -> isOff(feature, snapshot) ? mute(feature) : feature)
                .toList();
        return new Snapshot(
                snapshot.generation(), snapshot.bundles(), features, snapshot.repositories(), snapshot.condition());
    }

    private static FeatureStatus mute(FeatureStatus feature) {
        return new FeatureStatus(
                feature.id(),
                feature.title(),
                feature.description(),
                feature.icon(),
                feature.vendor(),
                feature.repository(),
                feature.state(),
                List.of());
    }
}
