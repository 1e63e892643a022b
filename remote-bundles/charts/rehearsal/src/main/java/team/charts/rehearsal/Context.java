package team.charts.rehearsal;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import javafx.application.Platform;

/** What a shell would offer a board; tasks for the background are run at once, and what the board asks is noted. */
public final class Context implements ViewContext {

    private final Memento memento;
    private final Values parameters;
    private final Path data;
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> emitted = new CopyOnWriteArrayList<>();
    private final List<Notice> notices = new CopyOnWriteArrayList<>();

    /**
     * @param memento what the board is opened with
     * @param data the feature's directory
     */
    public Context(Memento memento, Path data) {
        this(memento, Values.EMPTY, data);
    }

    /**
     * @param memento what the board is opened with
     * @param parameters what it is asked to show
     * @param data the feature's directory
     */
    public Context(Memento memento, Values parameters, Path data) {
        this.parameters = parameters;
        this.memento = memento;
        this.data = data;
    }

    /** @return the ids of the views that were asked for */
    public List<String> shown() {
        return List.copyOf(shown);
    }

    /** @return what was told */
    public List<Notice> notices() {
        return List.copyOf(notices);
    }

    @Override
    public Memento memento() {
        return memento;
    }

    @Override
    public void title(String title) {}

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        shown.add(viewId);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        shown.add(route);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public Embedded embed(Embedding wish) {
        throw new UnsupportedOperationException("Nothing is embedded here, found: " + wish.viewId());
    }

    @Override
    public Values parameters() {
        return parameters;
    }

    @Override
    public void emit(String event, Values values) {
        emitted.add(event + " " + values);
    }

    /** @return what the board told whoever embeds it */
    public List<String> emitted() {
        return List.copyOf(emitted);
    }

    @Override
    public void notify(Notice notice) {
        notices.add(notice);
    }

    @Override
    public Path dataDirectory() {
        return data;
    }

    @Override
    public Executor ui() {
        return task -> {
            if (Platform.isFxApplicationThread()) {
                task.run();
            } else {
                Platform.runLater(task);
            }
        };
    }

    @Override
    public Executor background() {
        return Runnable::run;
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        return resource;
    }
}
