package team.explorer.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.ViewContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javafx.application.Platform;

/** What the shell offers a view, remembering what was asked of it. */
final class Shell implements ViewContext, AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    final List<Notice> notices = new CopyOnWriteArrayList<>();
    final Map<String, Memento> shown = new ConcurrentHashMap<>();
    volatile Memento memento = Memento.EMPTY;

    @Override
    public Memento memento() {
        return memento;
    }

    @Override
    public void title(String title) {}

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        shown.put(viewId, parameters);
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public void notify(Notice notice) {
        notices.add(notice);
    }

    @Override
    public Path dataDirectory() {
        return Path.of("target");
    }

    @Override
    public Executor ui() {
        return Platform::runLater;
    }

    @Override
    public Executor background() {
        return threads;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
