package dev.dovetail.shell.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.threads.DaemonPool;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;

/** What the window does for features; behind every context. Any thread. */
public interface Surroundings {

    /**
     * @param viewId the view to open or to bring to the front
     * @param parameters what it is opened with
     * @return completed on the JavaFX application thread
     */
    CompletionStage<Void> show(String viewId, Memento parameters);

    /**
     * @param route the view to open or to bring to the front, and what it is asked to show
     * @return completed on the JavaFX application thread
     */
    CompletionStage<Void> navigate(String route);

    /**
     * @param owner whose view it is
     * @param nesting which view, and what it lies within
     * @return what the view can take into itself
     */
    Inside inside(Owner owner, Nesting nesting);

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
     * @param feature a version that runs
     * @return its background threads, which are interrupted when it goes
     */
    DaemonPool background(Active feature);

    /**
     * @param who whose code threw
     * @param kind in which call
     * @param fault what it threw
     */
    void report(Attribution who, Kind kind, Throwable fault);

    /** @return says whose code runs on the JavaFX application thread */
    Calls calls();
}
