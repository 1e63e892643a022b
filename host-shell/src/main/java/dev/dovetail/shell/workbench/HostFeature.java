package dev.dovetail.shell.workbench;

import dev.dovetail.api.Notice.Level;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.rail.Rail;
import dev.dovetail.shell.toasts.Toast;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.scene.Node;

/**
 * A window that is all about one feature, as if that were an application: it has the feature's name and icon, opens its
 * first view, and shows no other features until the person wishes to see them. JavaFX application thread only.
 */
final class HostFeature {

    /**
     * What of the window it changes.
     *
     * @param rail where all features are
     * @param home the header of the page with all features
     * @param topBar bears the name
     * @param open opens a view
     * @param toasts says that there is no such feature
     */
    record Parts(Rail rail, Node home, TopBar topBar, Consumer<String> open, Consumer<Toast> toasts) {}

    private final String featureId;
    private final Parts parts;
    private Consumer<FeatureStatus> onNamed = feature -> {};
    private Optional<FeatureStatus> known = Optional.empty();
    private boolean opening;

    HostFeature(String featureId, Parts parts) {
        this.featureId = featureId;
        this.parts = parts;
        show(false);
    }

    private void show(boolean all) {
        parts.rail().setVisible(all);
        parts.rail().setManaged(all);
        parts.home().setVisible(all);
        parts.home().setManaged(all);
    }

    /** @param listener told of the feature whose name the window bears */
    void onNamed(Consumer<FeatureStatus> listener) {
        onNamed = listener;
        known.ifPresent(listener);
    }

    /** @param snapshot may be the first one that has the feature */
    void know(Snapshot snapshot) {
        Optional<FeatureStatus> feature = snapshot.feature(featureId);
        if (known.isEmpty() && feature.isPresent()) {
            known = feature;
            parts.topBar().named(feature.get().title(), feature.get().icon());
            onNamed.accept(feature.get());
            if (opening) {
                open(feature.get());
            }
        }
    }

    /** Opens its first view, as soon as it is known; nothing else is open. */
    void open(Federation federation, Executor ui) {
        opening = true;
        known.ifPresent(this::open);
        if (known.isEmpty()) {
            var unused = federation.check().whenComplete((snapshot, fault) -> ui.execute(this::missing));
        }
    }

    private void open(FeatureStatus feature) {
        opening = false;
        feature.contributions().stream()
                .filter(Contribution.View.class::isInstance)
                .map(Contribution.View.class::cast)
                .min(Comparator.comparingInt(Contribution.View::order))
                .map(Contribution.View::id)
                .ifPresentOrElse(parts.open(), this::reveal);
    }

    private void missing() {
        if (known.isEmpty()) {
            reveal();
            parts.toasts()
                    .accept(Toast.of(
                            Level.ERROR,
                            "No repository offers the feature " + featureId
                                    + ". See in the list at the bottom of the page which could be reached."));
        }
    }

    /** The person wishes to see the others. */
    void reveal() {
        show(true);
    }

    /** @return whether its first view is still to be opened */
    boolean isOpening() {
        return opening;
    }
}
