package dev.dovetail.shell.workbench;

import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.guard.Suspects;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.FocusMark;
import dev.dovetail.shell.view.HandOver;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.RunningVersions;
import dev.dovetail.shell.view.Surroundings;
import dev.dovetail.shell.view.ViewFault;
import dev.dovetail.shell.view.ViewPlace;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/**
 * One attempt to fill a place: activate the feature, take an instance of its view, open it. It gives up silently when the
 * place was closed or another attempt was begun, and starts over with the newer version when a hand-over came between.
 */
final class ViewOpening {

    /**
     * What every attempt needs.
     *
     * @param requests activates features
     * @param services gives instances
     * @param running says which version is in use
     * @param surroundings what views may use
     * @param layout where they lie
     * @param ui the JavaFX application thread
     * @param background for what may wait
     * @param suspects says whose fault something is
     * @param beforeFeatures done before a feature's code may run
     */
    record Tools(
            Requests requests,
            FeatureServices services,
            RunningVersions running,
            Surroundings surroundings,
            HandOver.Layout layout,
            Executor ui,
            Executor background,
            Suspects suspects,
            Runnable beforeFeatures) {

        CompletionStage<Active> activate(FeatureStatus feature) {
            beforeFeatures.run();
            return requests.activate(feature);
        }
    }

    private final ViewPlace place;
    private final Tools tools;
    private boolean disturbed;

    ViewOpening(ViewPlace place, Tools tools) {
        this.place = place;
        this.tools = tools;
    }

    /** Begins to fill a place. */
    static void begin(ViewPlace place, FeatureStatus feature, Tools tools) {
        ViewOpening opening = new ViewOpening(place, tools);
        place.begin(opening);
        opening.run(feature);
    }

    void run(FeatureStatus feature) {
        var unused = tools.activate(feature).whenComplete((active, fault) -> {
            if (fault != null) {
                fail(fault);
            } else {
                tools.running().activated(active);
                take(active);
            }
        });
    }

    private void take(Active active) {
        tools.background().execute(() -> {
            try {
                Lease<FeatureView> lease = tools.services().view(active, place.viewId());
                tools.ui().execute(() -> arrive(active, lease));
            } catch (MissingServiceException | RuntimeException | LinkageError e) {
                fail(e);
            }
        });
    }

    private void arrive(Active active, Lease<FeatureView> lease) {
        Optional<Active> current = tools.running().of(active.featureId());
        if (place.isOpening(this) && current.filter(active::equals).isPresent()) {
            open(active, lease);
            return;
        }
        giveBack(lease);
        if (place.isOpening(this)) {
            current.ifPresentOrElse(this::take, this::removedMeanwhile);
        }
    }

    private void removedMeanwhile() {
        fail(new MissingServiceException(place.owner().title() + " was removed while its view was being opened."));
    }

    private void open(Active active, Lease<FeatureView> lease) {
        Optional<Scene> scene = Optional.ofNullable(place.slot().getScene());
        Optional<FocusMark> focus = scene.map(FocusMark::of);
        try {
            OpenView view = OpenView.open(place.opening(active), lease, tools.surroundings());
            place(view);
            if (!place.keeper().mayTakeFocus()) {
                focus.ifPresent(mark -> mark.putBack(scene.get()));
            }
            place.opened(view);
            place.keeper().ended(Optional.empty());
        } catch (ViewFault fault) {
            giveBack(lease);
            Optional<Attribution> other = other(active, fault);
            if (other.isPresent() && !disturbed) {
                disturbed = true;
                tools.surroundings().report(other.get(), Kind.LAYOUT, fault);
                Platform.runLater(() -> take(active));
            } else {
                end(fault);
            }
        }
    }

    /** Styling and laying out a view reaches those beside it: one of them may have thrown, and is taken away then. */
    private Optional<Attribution> other(Active active, ViewFault fault) {
        return tools.suspects()
                .of(Failure.root(fault))
                .filter(who -> !who.feature().featureId().equals(active.featureId()));
    }

    private void place(OpenView view) throws ViewFault {
        try {
            place.slot().show(view.node());
            tools.layout().arranged(List.of(place.slot()), view::restored);
        } catch (ViewFault fault) {
            view.close();
            throw fault;
        }
    }

    private void giveBack(Lease<?> lease) {
        tools.background().execute(lease::close);
    }

    private void fail(Throwable fault) {
        tools.ui().execute(() -> end(fault));
    }

    private void end(Throwable fault) {
        if (place.isOpening(this)) {
            place.failed(fault);
            place.keeper().ended(Optional.of(fault));
        }
    }
}
