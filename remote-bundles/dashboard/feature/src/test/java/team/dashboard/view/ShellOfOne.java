package team.dashboard.view;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** What a dashboard gets from the shell; of the views that it embeds there are labels. */
final class ShellOfOne implements ViewContext {

    /** A view of another feature. */
    static final class Inner implements Embedded {

        final Embedding wish;
        Values parameters;
        boolean closed;

        Inner(Embedding wish) {
            this.wish = wish;
            parameters = wish.parameters();
        }

        @Override
        public Node node() {
            return new Label(wish.viewId());
        }

        @Override
        public void parameters(Values next) {
            parameters = next;
        }

        @Override
        public Memento save() {
            return Memento.of("scroll", wish.name());
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    final Map<String, Inner> inner = new LinkedHashMap<>();
    final List<Notice> notices = new ArrayList<>();
    private final Path directory;
    private final Memento memento;

    ShellOfOne(Path directory, Memento memento) {
        this.directory = directory;
        this.memento = memento;
    }

    @Override
    public Memento memento() {
        return memento;
    }

    @Override
    public Values parameters() {
        return Values.EMPTY;
    }

    @Override
    public Embedded embed(Embedding wish) {
        Inner made = new Inner(wish);
        inner.put(wish.name(), made);
        return made;
    }

    @Override
    public void emit(String event, Values values) {
        throw new AssertionError("a dashboard tells nothing: " + event);
    }

    @Override
    public void title(String title) {
        throw new AssertionError("a dashboard keeps its title: " + title);
    }

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<Void> navigate(String route) {
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void notify(Notice notice) {
        notices.add(notice);
    }

    @Override
    public Path dataDirectory() {
        return directory;
    }

    @Override
    public Executor ui() {
        return Platform::runLater;
    }

    /** At once: what is written is there when a test looks. */
    @Override
    public Executor background() {
        return Runnable::run;
    }

    @Override
    public <R extends AutoCloseable> R own(R resource) {
        return resource;
    }
}
