package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.shell.session.OpenedView;
import dev.dovetail.shell.tabs.Tab;
import dev.dovetail.shell.tabs.TabHeader;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.OpenView;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.ViewSlot;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;

/** A tab for a feature's view: waiting, on its way, open or failed. JavaFX application thread only. */
final class ViewTab {

    private final String title;
    private final Owner owner;
    private final String icon;
    private final ViewSlot slot;
    private final Tab tab;
    private Memento memento;
    // Read by any thread; all else by JavaFX's alone.
    private volatile Optional<OpenView> view = Optional.empty();
    private Optional<ViewOpening> opening = Optional.empty();
    private CompletableFuture<Void> shown = new CompletableFuture<>();

    ViewTab(String viewId, String title, String icon, Owner owner, Memento memento) {
        this.title = title;
        this.icon = icon;
        this.owner = owner;
        this.memento = memento;
        slot = new ViewSlot(viewId);
        tab = new Tab(viewId, new TabHeader(viewId, icon, title), slot, true);
    }

    Tab tab() {
        return tab;
    }

    String viewId() {
        return tab.id();
    }

    String title() {
        return title;
    }

    String icon() {
        return icon;
    }

    Owner owner() {
        return owner;
    }

    ViewSlot slot() {
        return slot;
    }

    Optional<OpenView> view() {
        return view;
    }

    CompletableFuture<Void> shown() {
        return shown;
    }

    boolean isIdle() {
        return view.isEmpty() && opening.isEmpty();
    }

    boolean isOpening(ViewOpening attempt) {
        return opening.filter(attempt::equals).isPresent();
    }

    void begin(ViewOpening attempt) {
        opening = Optional.of(attempt);
        if (shown.isDone()) {
            shown = new CompletableFuture<>();
        }
    }

    void opened(OpenView next) {
        view = Optional.of(next);
        opening = Optional.empty();
        retitle();
        shown.complete(null);
    }

    void failed(Throwable fault) {
        opening = Optional.empty();
        shown.completeExceptionally(fault);
    }

    /** @param next took over within a hand-over */
    void replaced(OpenView next) {
        view = Optional.of(next);
        retitle();
    }

    void retitle() {
        tab.header().title(view.flatMap(OpenView::title).orElse(title));
    }

    Memento memento() {
        return memento;
    }

    void memento(Memento next) {
        memento = next;
    }

    OpenedView remember() {
        view.ifPresent(open -> memento = open.save());
        return new OpenedView(viewId(), memento);
    }

    /** @return what is to be given back elsewhere, if the view was open */
    Optional<Lease<?>> end() {
        opening = Optional.empty();
        shown.completeExceptionally(new CancellationException("The tab " + title + " was closed."));
        Optional<OpenView> ended = view;
        view = Optional.empty();
        ended.ifPresent(OpenView::close);
        return ended.map(OpenView::lease);
    }
}
