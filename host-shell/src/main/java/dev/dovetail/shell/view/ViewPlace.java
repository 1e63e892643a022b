package dev.dovetail.shell.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import javafx.scene.Node;

/** A place for one view, in a tab or within another view: waiting, on its way, open or failed. JavaFX application thread only. */
public final class ViewPlace {

    /** What the place belongs to. */
    public interface Keeper {

        /**
         * The end of an attempt to open the view.
         *
         * @param fault why it isn't there, unless it is
         */
        void ended(Optional<Throwable> fault);

        /** The view wishes another title. */
        void titled();

        /**
         * The view tells something; on any thread.
         *
         * @param event the event's name
         * @param values what it tells
         */
        void heard(String event, Values values);

        /** @return whether the view may have the keyboard when it is opened */
        boolean mayTakeFocus();
    }

    /**
     * What people read.
     *
     * @param title the view
     * @param icon its icon
     * @param owner its feature
     */
    public record Label(String title, String icon, Owner owner) {}

    private final ViewSlot slot;
    private final String viewId;
    private final Nesting nesting;
    private final Keeper keeper;
    private Label label;
    private Memento memento;
    private Values parameters;
    // Read by any thread; all else by JavaFX's alone.
    private volatile Optional<OpenView> view = Optional.empty();
    private Optional<Object> attempt = Optional.empty();
    private CompletableFuture<Void> shown = new CompletableFuture<>();

    /**
     * @param slot where it is
     * @param nesting which view, and what it lies within
     * @param label what people read
     * @param memento what the view is opened with
     * @param parameters what it is asked to show
     * @param keeper what the place belongs to
     */
    public ViewPlace(ViewSlot slot, Nesting nesting, Label label, Memento memento, Values parameters, Keeper keeper) {
        this.slot = slot;
        this.nesting = nesting;
        this.viewId = nesting.viewIds().get(nesting.viewIds().size() - 1);
        this.label = label;
        this.memento = memento;
        this.parameters = parameters;
        this.keeper = keeper;
    }

    /** @return the view's id */
    public String viewId() {
        return viewId;
    }

    /** @return what it lies within */
    public Nesting nesting() {
        return nesting;
    }

    /** @return what people read */
    public Label label() {
        return label;
    }

    /** @param next what people read from now on */
    public void label(Label next) {
        label = next;
    }

    /** @return the view's feature */
    public Owner owner() {
        return label.owner();
    }

    /** @return where it is */
    public ViewSlot slot() {
        return slot;
    }

    /** @return what the place belongs to */
    public Keeper keeper() {
        return keeper;
    }

    /** @return the open view; on any thread */
    public Optional<OpenView> view() {
        return view;
    }

    /** @return completed when the view is shown, or is not going to be */
    public CompletableFuture<Void> shown() {
        return shown;
    }

    /** @return whether nothing is open and nothing is on its way */
    public boolean isIdle() {
        return view.isEmpty() && attempt.isEmpty();
    }

    /**
     * @param one an attempt to open the view
     * @return whether that is still the one that counts
     */
    public boolean isOpening(Object one) {
        return attempt.filter(one::equals).isPresent();
    }

    /** @param one the attempt that counts from now on */
    public void begin(Object one) {
        attempt = Optional.of(one);
        if (shown.isDone()) {
            shown = new CompletableFuture<>();
        }
    }

    /**
     * @param feature the version that it comes from
     * @return what the view is opened with
     */
    public OpenView.Opening opening(Active feature) {
        return new OpenView.Opening(feature, owner(), memento, parameters, nesting, keeper::titled, keeper::heard);
    }

    /** @param next is there */
    public void opened(OpenView next) {
        view = Optional.of(next);
        attempt = Optional.empty();
        keeper.titled();
        shown.complete(null);
    }

    /** @param fault why the view isn't there */
    public void failed(Throwable fault) {
        attempt = Optional.empty();
        shown.completeExceptionally(fault);
    }

    /**
     * Saves and closes the view; the place waits, and nobody opens it meanwhile.
     *
     * @param until what counts as the attempt to open it again
     * @return what is to be given back elsewhere, if the view was open
     */
    public Optional<Lease<?>> suspend(Object until) {
        remember();
        Optional<OpenView> suspended = view;
        view = Optional.empty();
        begin(until);
        suspended.ifPresent(OpenView::close);
        return suspended.map(OpenView::lease);
    }

    /** @param next took over within a hand-over */
    void replaced(OpenView next) {
        view = Optional.of(next);
        keeper.titled();
    }

    /** @return the view's title: its own wish, else what its feature declares */
    public String title() {
        return view.flatMap(OpenView::title).orElse(label.title());
    }

    /** @param next what the view is opened with the next time */
    public void memento(Memento next) {
        memento = next;
    }

    /** @return what it is asked to show */
    public Values parameters() {
        return parameters;
    }

    /** @param next what it is asked to show from now on; an open view is told */
    public void parameters(Values next) {
        if (!next.equals(parameters)) {
            parameters = next;
            view.ifPresent(open -> open.parameters(next));
        }
    }

    /** @return the view's state, or the last known one */
    public Memento remember() {
        view.ifPresent(open -> memento = open.save());
        return memento;
    }

    /** @param node stands in the view's place */
    public void show(Node node) {
        slot.show(node);
    }

    /**
     * Closes the view, or gives up opening it.
     *
     * @return what is to be given back elsewhere, if the view was open
     */
    public Optional<Lease<?>> end() {
        attempt = Optional.empty();
        shown.completeExceptionally(new CancellationException(label.title() + " was closed."));
        Optional<OpenView> ended = view;
        view = Optional.empty();
        ended.ifPresent(OpenView::close);
        return ended.map(OpenView::lease);
    }
}
