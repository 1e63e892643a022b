package dev.dovetail.api;

import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.osgi.annotation.versioning.ProviderType;

/** What the shell offers a feature. Every method may be called from any thread. */
@ProviderType
public interface ShellContext {

    /**
     * Opens another view, of this or of any other feature, and brings it to the front. A feature that isn't there yet is
     * installed first.
     *
     * @param viewId the {@linkplain View#id id} of the view
     * @param parameters what the view is opened with; a view that is already open keeps its state and is only brought to
     *     the front
     * @return completed on the JavaFX application thread once the view is shown; exceptionally with a readable message
     *     when it can't be
     */
    CompletionStage<Void> show(String viewId, Memento parameters);

    /**
     * Opens the view at a route, such as {@code charts/board?table=sales}, with the parameters after the {@code ?}, and
     * brings it to the front. A feature that isn't there yet is installed first. A view that is open already gets the
     * parameters when it is a {@link ParametersListener}.
     *
     * @param route a {@linkplain View#route view's route} and percent-encoded parameters; one that is named several times
     *     is a list
     * @return completed on the JavaFX application thread once the view is shown; exceptionally with a readable message
     *     when the route is none, or the view can't be shown
     */
    CompletionStage<Void> navigate(String route);

    /**
     * Tells the person something in a toast.
     *
     * @param notice what to say
     */
    void notify(Notice notice);

    /** @return the feature's own directory, which exists and is never touched by updates */
    Path dataDirectory();

    /** @return runs tasks on the JavaFX application thread, in order */
    Executor ui();

    /**
     * @return runs tasks on threads that the shell owns, several at a time; those that still run when the feature is
     *     replaced or removed are interrupted
     */
    Executor background();

    /**
     * Hands something over that is to end with the view, or, for a command, with the running version: a subscription, a
     * thread, a listener on something that outlives it. It is closed on the JavaFX application thread, after
     * {@link FeatureView#close}, the last that was handed over first; right away when that has been already. What it
     * throws is told like any fault of the feature. For what comes and goes while the view is open, this is not the place:
     * it is kept until the end.
     *
     * @param resource what is to end
     * @return the same
     * @param <R> what it is
     */
    <R extends AutoCloseable> R own(R resource);
}
