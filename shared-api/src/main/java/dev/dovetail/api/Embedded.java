package dev.dovetail.api;

import javafx.scene.Node;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Another view's place within a view. The view in it comes and goes as its feature does: fetched, updated, removed; the
 * place stays. JavaFX application thread only, and harmless once closed.
 */
@ProviderType
public interface Embedded {

    /**
     * Where the view is, or what stands for it. Put it anywhere into the embedding view's nodes; it may be moved there.
     *
     * @return the same node each time
     */
    Node node();

    /**
     * Gives the view other parameters. One that implements {@link ParametersListener} follows them; any other keeps what
     * it was opened with, and the next one to be opened here gets them.
     *
     * @param parameters what it is given from now on
     */
    void parameters(Values parameters);

    /** @return the view's state, for {@link Embedding#remembering}; the last known one while it isn't open */
    Memento save();

    /** Closes the view. Those of a view that is closed are closed with it. */
    void close();
}
