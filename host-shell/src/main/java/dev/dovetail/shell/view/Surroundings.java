package dev.dovetail.shell.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** What the window does for features; behind every context. Any thread. */
public interface Surroundings {

    /**
     * @param viewId the view to open or to bring to the front
     * @param parameters what it is opened with
     * @return completed on the JavaFX application thread
     */
    CompletionStage<Void> show(String viewId, Memento parameters);

    /**
     * @param owner who says it
     * @param notice what is said
     */
    void toast(Owner owner, Notice notice);

    /**
     * @param owner the feature
     * @return its existing directory
     */
    Path dataDirectory(Owner owner);

    /**
     * @param owner the feature
     * @return its background threads
     */
    Executor background(Owner owner);

    /**
     * @param owner whose code threw
     * @param fault what it threw
     */
    void report(Owner owner, Throwable fault);
}
