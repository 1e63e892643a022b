package dev.dovetail.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a {@link FeatureView} implements besides, when there are moments in which an update of its feature would cost the
 * person something that {@link FeatureView#save} can't keep: a transfer under way, a long computation, a form whose state
 * only a server knows.
 *
 * <p>The shell asks each open view before an update. With an objection the update waits; the person is shown the sentence
 * and decides: when the tabs are closed, when the window is idle, at the next start, or now after all. An update can
 * always be overruled into happening, so a view is never the last keeper of somebody's work.
 */
@ConsumerType
public interface UpdateGuard {

    /**
     * Asked on the JavaFX application thread, as often as an update is due; has to answer at once. A view that throws
     * here has no objection.
     *
     * @return why an update should wait, as a whole sentence for the person; empty when it may come now
     */
    Optional<String> objection();
}
