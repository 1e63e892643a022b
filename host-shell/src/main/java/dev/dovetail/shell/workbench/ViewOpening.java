package dev.dovetail.shell.workbench;

import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.view.FeatureServices;
import dev.dovetail.shell.view.FocusMark;
import dev.dovetail.shell.view.HandOver;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.RunningVersions;
import dev.dovetail.shell.view.Surroundings;
import dev.dovetail.shell.view.ViewFault;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;

/**
 * One attempt to fill a tab: activate the feature, take an instance of its view, open it. It gives up silently when the
 * tab was closed or another attempt was begun, and starts over with the newer version when a hand-over came between.
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
     * @param onEnd told of the tab, and of the fault if there was one
     */
    record Tools(
            Requests requests,
            FeatureServices services,
            RunningVersions running,
            Surroundings surroundings,
            HandOver.Layout layout,
            Executor ui,
            Executor background,
            BiConsumer<ViewTab, Optional<Throwable>> onEnd) {}

    private final ViewTab tab;
    private final Tools tools;

    ViewOpening(ViewTab tab, Tools tools) {
        this.tab = tab;
        this.tools = tools;
    }

    void run(FeatureStatus feature) {
        var unused = tools.requests().activate(feature).whenComplete((active, fault) -> {
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
                Lease<FeatureView> lease = tools.services().view(active, tab.viewId());
                tools.ui().execute(() -> arrive(active, lease));
            } catch (MissingServiceException | RuntimeException | LinkageError e) {
                fail(e);
            }
        });
    }

    private void arrive(Active active, Lease<FeatureView> lease) {
        Optional<Active> current = tools.running().of(active.featureId());
        if (tab.isOpening(this) && current.filter(active::equals).isPresent()) {
            open(active, lease);
            return;
        }
        giveBack(lease);
        if (tab.isOpening(this)) {
            current.ifPresentOrElse(this::take, this::removedMeanwhile);
        }
    }

    private void removedMeanwhile() {
        fail(new MissingServiceException(tab.owner().title() + " was removed while its view was being opened."));
    }

    private void open(Active active, Lease<FeatureView> lease) {
        FocusMark focus = FocusMark.of(tab.slot().getScene());
        try {
            OpenView view = OpenView.open(
                    new OpenView.Opening(active, tab.owner(), tab.viewId(), tab.memento(), tab::retitle),
                    lease,
                    tools.surroundings());
            place(view);
            if (!tab.slot().isVisible()) {
                focus.putBack(tab.slot().getScene());
            }
            tab.opened(view);
            tools.onEnd().accept(tab, Optional.empty());
        } catch (ViewFault fault) {
            giveBack(lease);
            end(fault);
        }
    }

    private void place(OpenView view) throws ViewFault {
        try {
            tab.slot().show(view.node());
            tools.layout().arranged(List.of(tab.slot()), view::restored);
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
        if (tab.isOpening(this)) {
            tab.failed(fault);
            tools.onEnd().accept(tab, Optional.of(fault));
        }
    }
}
