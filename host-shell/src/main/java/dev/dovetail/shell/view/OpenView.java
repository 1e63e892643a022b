package dev.dovetail.shell.view;

import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.ParametersListener;
import dev.dovetail.api.UpdateGuard;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Kind;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** A feature's view that is open. Its feature can throw whatever it likes. JavaFX application thread only. */
public final class OpenView {

    private static final System.Logger LOG = System.getLogger(OpenView.class.getName());

    private final Active feature;
    private final String viewId;
    private final Lease<FeatureView> lease;
    private final OpenedContext context;
    private final GuardedHost host;
    private final Guard guard;
    private Memento lastMemento;

    private OpenView(
            Active feature,
            String viewId,
            Lease<FeatureView> lease,
            OpenedContext context,
            GuardedHost host,
            Guard guard) {
        this.feature = feature;
        this.viewId = viewId;
        this.lease = lease;
        this.context = context;
        this.host = host;
        this.guard = guard;
        this.lastMemento = context.memento();
    }

    /**
     * What a view is opened with.
     *
     * @param feature the version that it comes from
     * @param owner the feature's name for people
     * @param memento its state
     * @param parameters what it is asked to show
     * @param nesting which view, and what it lies within
     * @param onTitle told when the view wishes another title
     * @param onEvent told what the view emits, on any thread
     */
    public record Opening(
            Active feature,
            Owner owner,
            Memento memento,
            Values parameters,
            Nesting nesting,
            Runnable onTitle,
            BiConsumer<String, Values> onEvent) {

        String viewId() {
            return nesting.viewIds().get(nesting.viewIds().size() - 1);
        }
    }

    /**
     * Builds the view, which is then not yet in the window. When it throws, it has been closed; its lease is still the
     * caller's.
     *
     * @param opening what to open
     * @param lease the instance; kept until {@link #lease} is closed by the caller
     * @param surroundings what the view may use
     * @return the open view
     * @throws ViewFault when the view threw or answered with no usable node
     */
    public static OpenView open(Opening opening, Lease<FeatureView> lease, Surroundings surroundings) throws ViewFault {
        return open(opening, lease, surroundings, surroundings.inside(opening.owner(), opening.nesting()));
    }

    /**
     * Builds the next version of a view, which takes over what this one has within itself; {@link #settle} makes that
     * final.
     *
     * @param opening what to open
     * @param next the instance
     * @param surroundings what the view may use
     * @return the open view
     * @throws ViewFault when the view threw or answered with no usable node
     */
    OpenView successor(Opening opening, Lease<FeatureView> next, Surroundings surroundings) throws ViewFault {
        return open(opening, next, surroundings, context.inside().successor());
    }

    /** The view stays, in the place of the one before. */
    void settle() {
        context.inside().settle();
    }

    private static OpenView open(Opening opening, Lease<FeatureView> lease, Surroundings surroundings, Inside inside)
            throws ViewFault {
        Attribution who = new Attribution(
                opening.feature(),
                opening.owner().title(),
                opening.viewId(),
                surroundings.calls().opening());
        Guard guard = new Guard(who, surroundings);
        OpenedContext context = new OpenedContext(opening, who, surroundings, inside);
        try {
            Node root = guard.call(() -> usable(lease.value().open(context)));
            StableStylesheets.settle(root);
            return new OpenView(
                    opening.feature(), opening.viewId(), lease, context, new GuardedHost(root, guard), guard);
        } catch (Throwable fault) {
            closeQuietly(lease.value(), context, guard);
            throw new ViewFault(opening.viewId(), fault);
        }
    }

    private static Node usable(@Nullable Node root) {
        if (root == null) {
            throw new IllegalStateException("Expected a node from open(), found null.");
        }
        if (root.getParent() != null) {
            throw new IllegalStateException(
                    "Expected a node without a parent from open(), found one inside " + root.getParent() + ".");
        }
        return root;
    }

    /**
     * Tells the view that it is in the window, styled and laid out.
     *
     * @throws ViewFault when the view threw
     */
    public void restored() throws ViewFault {
        try {
            guard.call(() -> done(lease.value()::restored));
        } catch (Throwable fault) {
            throw new ViewFault(viewId, fault);
        }
        guard.opened();
    }

    /** @param next what the view is asked to show from now on; told to one that listens, whatever it makes of it */
    void parameters(Values next) {
        context.parameters(next);
        if (lease.value() instanceof ParametersListener listener) {
            guard.call(Kind.CALL, () -> done(() -> listener.parameters(next)), false);
        }
    }

    /** @return the view's state, or the last known one when it can't say */
    public Memento save() {
        try {
            Memento memento = guard.call(lease.value()::save);
            if (memento != null) {
                lastMemento = memento;
            }
        } catch (Throwable fault) {
            LOG.log(Level.WARNING, "The view " + viewId + " could not save its state; the last one is kept", fault);
        }
        return lastMemento;
    }

    /** @return what the view has against being updated now, if it has a word in that */
    public Optional<String> objection() {
        try {
            return lease.value() instanceof UpdateGuard asked
                    ? Objects.requireNonNullElse(guard.call(asked::objection), Optional.empty())
                    : Optional.empty();
        } catch (Throwable fault) {
            LOG.log(Level.WARNING, "The view " + viewId + " could not say whether it can be updated", fault);
            return Optional.empty();
        }
    }

    /** Closes the view. Its lease is still to be closed, elsewhere. */
    public void close() {
        closeQuietly(lease.value(), context, guard);
        LeftWindows.hideThoseOn(host);
    }

    private static void closeQuietly(FeatureView view, OpenedContext context, Guard guard) {
        context.close();
        try {
            guard.call(() -> done(view::close));
        } catch (Throwable fault) {
            LOG.log(
                    Level.WARNING,
                    guard.who().name() + " threw while its view " + guard.who().viewId() + " was closed",
                    fault);
        }
        context.release();
    }

    private static boolean done(Runnable call) {
        call.run();
        return true;
    }

    /** @return how what it does is put down to it */
    public Attribution attribution() {
        return guard.who();
    }

    /** @return the class of the feature that draws it */
    public Class<?> type() {
        return lease.value().getClass();
    }

    /** @return the version that the view comes from */
    public Active feature() {
        return feature;
    }

    /** @return the view's name */
    public String viewId() {
        return viewId;
    }

    /** @return the title that the view wishes, if any */
    public Optional<String> title() {
        return Optional.of(context.title()).filter(title -> !title.isBlank());
    }

    /** @return what to show */
    public Node node() {
        return host;
    }

    /** @return the borrowed instance, to be given back off the JavaFX application thread */
    public Lease<FeatureView> lease() {
        return lease;
    }
}
