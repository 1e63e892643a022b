package dev.dovetail.shell.updates;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.federation.When;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Has updates wait for their moment. An update that a person wishes comes at once, unless an open view objects: then they
 * are asked. JavaFX application thread only.
 */
public final class UpdateTiming {

    /**
     * What it needs of the window.
     *
     * @param objections tells what open views have against an update of a feature now, in sentences
     * @param hasViews whether a feature has open views
     * @param update carries an update out
     * @param ask asks the person what to do about objections
     * @param changed told when what waits has changed
     */
    public record Window(
            Objections objections,
            Predicate<String> hasViews,
            Consumer<FeatureStatus> update,
            Asking ask,
            Runnable changed) {}

    /** Asks the open views. */
    @FunctionalInterface
    public interface Objections {
        /**
         * @param featureId whose update is wished
         * @param told told, sooner or later on the JavaFX application thread, what they have against it
         */
        void ask(String featureId, Consumer<List<String>> told);
    }

    /** Asks the person. */
    @FunctionalInterface
    public interface Asking {
        /**
         * @param feature whose update was wished
         * @param objections what its views have against it, at least one sentence
         */
        void ask(FeatureStatus feature, List<String> objections);
    }

    private final Map<String, When> waiting;
    private final Window window;

    /**
     * @param remembered what waited when the window was last closed
     * @param window the window
     */
    public UpdateTiming(Map<String, When> remembered, Window window) {
        this.waiting = new LinkedHashMap<>(remembered);
        this.window = window;
    }

    /** @return what waits, by feature */
    public Map<String, When> waiting() {
        return Map.copyOf(waiting);
    }

    /**
     * @param featureId a feature
     * @return when its update comes, if one waits
     */
    public Optional<When> of(String featureId) {
        return Optional.ofNullable(waiting.get(featureId));
    }

    /** @param feature that is to be updated as soon as its views let it */
    public void wish(FeatureStatus feature) {
        window.objections().ask(feature.id(), objections -> {
            if (objections.isEmpty()) {
                now(feature);
            } else {
                window.ask().ask(feature, objections);
            }
        });
    }

    /** @param feature that is to be updated now, whatever its views say */
    public void now(FeatureStatus feature) {
        forget(feature.id());
        window.update().accept(feature);
    }

    /**
     * @param feature that is to be updated later
     * @param when the moment
     */
    public void later(FeatureStatus feature, When when) {
        waiting.put(feature.id(), when);
        window.changed().run();
        if (when == When.CLOSED && !window.hasViews().test(feature.id())) {
            now(feature);
        }
    }

    /** @param featureId whose update waits no longer, but is still on offer */
    public void forget(String featureId) {
        if (waiting.remove(featureId) != null) {
            window.changed().run();
        }
    }

    /**
     * Carries out what waited for the window to start.
     *
     * @param snapshot what is known
     */
    public void started(Snapshot snapshot) {
        due(snapshot, When.START).forEach(this::now);
    }

    /**
     * Carries out what waited for views to be closed.
     *
     * @param snapshot what is known
     */
    public void viewsChanged(Snapshot snapshot) {
        due(snapshot, When.CLOSED).stream()
                .filter(feature -> !window.hasViews().test(feature.id()))
                .forEach(this::now);
    }

    /**
     * Carries out what waited for a pause.
     *
     * @param snapshot what is known
     */
    public void idle(Snapshot snapshot) {
        for (FeatureStatus feature : due(snapshot, When.IDLE)) {
            window.objections().ask(feature.id(), objections -> {
                if (objections.isEmpty() && waiting.get(feature.id()) == When.IDLE) {
                    now(feature);
                }
            });
        }
    }

    /** What is on offer has not been read yet when the window starts. */
    private List<FeatureStatus> due(Snapshot snapshot, When when) {
        return waiting.entrySet().stream()
                .filter(entry -> entry.getValue() == when)
                .flatMap(entry -> snapshot.feature(entry.getKey()).stream())
                .filter(feature -> when == When.START || feature.state() instanceof FeatureStatus.Updatable)
                .toList();
    }
}
