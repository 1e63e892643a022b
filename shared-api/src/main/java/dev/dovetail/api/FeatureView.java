package dev.dovetail.api;

import javafx.scene.Node;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * One open view of a feature. The shell has an instance made for each tab, on a thread of its own, and calls it on the
 * JavaFX application thread only, in this order: {@link #open}, {@link #restored}, any number of {@link #save},
 * {@link #close}. Nodes belong into {@link #open}, not into the constructor.
 *
 * <p>When the feature is updated while the view is open, the new version's instance is opened with the old one's
 * {@link #save memento}, laid out and {@linkplain #restored restored} in one pulse, and only then is the old one closed.
 * Should the new one throw, the old one stays as it was.
 */
@ConsumerType
public interface FeatureView {

    /**
     * Builds the view. Called once.
     *
     * @param context what the shell offers this view, valid until {@link #close}
     * @return the root of the view, without a parent
     * @throws Exception when the view can't be shown; the shell shows the message in its place, with a retry
     */
    Node open(ViewContext context) throws Exception;

    /**
     * Called after the node of {@link #open} was added to the window, styled and laid out: the place to restore focus,
     * selection and scroll positions, which need a skin.
     */
    default void restored() {}

    /**
     * Says what the next instance of this view needs to look like this one.
     *
     * @return the state; kept across updates and restarts
     */
    default Memento save() {
        return Memento.EMPTY;
    }

    /**
     * Lets go of everything: stop animations, hide popups, end threads, remove listeners from objects that outlive the
     * view. What the {@linkplain ViewContext#own context owns} ends after this by itself. What still refers to the view
     * keeps its old version in memory. Called once, also after a failed {@link #open}.
     */
    void close();
}
