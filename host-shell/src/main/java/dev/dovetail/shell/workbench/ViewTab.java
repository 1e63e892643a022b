package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.shell.session.OpenedView;
import dev.dovetail.shell.tabs.Tab;
import dev.dovetail.shell.tabs.TabHeader;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.ViewPlace;
import dev.dovetail.shell.view.ViewSlot;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A tab for a feature's view. JavaFX application thread only. */
final class ViewTab implements ViewPlace.Keeper {

    private final ViewPlace place;
    private final Tab tab;
    private final BiConsumer<ViewTab, Optional<Throwable>> onEnd;

    /**
     * @param nesting which view
     * @param label what people read
     * @param memento what the view is opened with
     * @param parameters what it is asked to show
     * @param onEnd told at the end of each attempt to open it
     */
    ViewTab(
            Nesting nesting,
            ViewPlace.Label label,
            Memento memento,
            Values parameters,
            BiConsumer<ViewTab, Optional<Throwable>> onEnd) {
        String viewId = nesting.viewIds().get(0);
        this.onEnd = onEnd;
        place = new ViewPlace(new ViewSlot(viewId), nesting, label, memento, parameters, this);
        tab = new Tab(viewId, new TabHeader(viewId, label.icon(), label.title()), place.slot(), true);
    }

    Tab tab() {
        return tab;
    }

    String viewId() {
        return tab.id();
    }

    String title() {
        return place.label().title();
    }

    ViewPlace place() {
        return place;
    }

    OpenedView remember() {
        return new OpenedView(viewId(), place.remember());
    }

    @Override
    public void ended(Optional<Throwable> fault) {
        onEnd.accept(this, fault);
    }

    @Override
    public void titled() {
        tab.header().title(place.title());
    }

    @Override
    public void heard(String event, Values values) {
        // Nobody embeds it.
    }

    @Override
    public boolean mayTakeFocus() {
        return place.slot().isVisible();
    }
}
