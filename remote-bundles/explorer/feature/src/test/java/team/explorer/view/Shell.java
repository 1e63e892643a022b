package team.explorer.view;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
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
    final List<String> emitted = new CopyOnWriteArrayList<>();
    volatile Memento memento = Memento.EMPTY;
    volatile Values parameters = Values.EMPTY;

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
    public CompletionStage<Void> navigate(String route) {
        shown.put(route, Memento.EMPTY);
        return CompletableFuture.completedFuture(null);
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
    public <R extends AutoCloseable> R own(R resource) {
        return resource;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
