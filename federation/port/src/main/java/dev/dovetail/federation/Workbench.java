package dev.dovetail.federation;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What is asked of the shell, which registers it as a service once its window is up. No method may be called on the
 * JavaFX application thread.
 */
@ConsumerType
public interface Workbench {

    /**
     * Opens a view as if its rail entry had been clicked.
     *
     * @param viewId the contribution's id
     * @return completed once the view is laid out; exceptionally when an error panel stands in its place
     */
    CompletionStage<Void> show(String viewId);

    /**
     * Opens the view at a route, and gives it the route's parameters.
     *
     * @param route what a person wrote
     * @return completed once the view is laid out; exceptionally with a {@link FederationException} when it is no route or
     *     leads nowhere, and otherwise when an error panel stands in the view's place
     */
    CompletionStage<Void> navigate(String route);

    /** Brings the window to the front, out of the task bar if it must; returns at once. */
    void raise();

    /**
     * Asks the open views of a feature whether they can be replaced or closed now.
     *
     * @param featureId the feature
     * @return what they have against it, as sentences for the person; empty when there is nothing, or no view
     */
    List<String> objections(String featureId);

    /**
     * Has the update of a feature wait for its moment, as if the person had chosen that on its card.
     *
     * @param featureId the feature, which can be updated
     * @param when the moment
     * @return whether it waits; if not, its moment is now, and it has begun
     */
    boolean updateLater(String featureId, When when);

    /**
     * Lets a new version of a feature take over the open views of the running one, with their state, in one pulse. When
     * it returns, new views of the feature come from the new version.
     *
     * @param from the version whose views are open
     * @param to the version that is to have them, started and beside it
     * @throws HandOverException when a view of the new version could not be built; the old views are as they were
     */
    void handOver(Active from, Active to) throws HandOverException;

    /**
     * Saves and closes the open views of a feature that is about to stop for its next version. A picture of each stays in
     * its place until {@link #resume}.
     *
     * @param feature the version whose views are open
     * @throws HandOverException when the window does not answer; nothing was closed
     */
    void suspend(Active feature) throws HandOverException;

    /**
     * Opens the views that were suspended, each with the state that it was saved with. When it returns, new views of the
     * feature come from this version.
     *
     * @param feature the version that is to have them: the next one, or again the one that had them
     * @throws HandOverException when a view could not be opened; all are suspended still
     */
    void resume(Active feature) throws HandOverException;

    /**
     * Closes all views of a feature and lets go of its services.
     *
     * @param feature the running feature
     */
    void close(Active feature);
}
