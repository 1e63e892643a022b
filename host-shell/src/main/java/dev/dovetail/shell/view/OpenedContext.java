package dev.dovetail.shell.view;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import dev.dovetail.shell.guard.Attribution;
import java.util.Objects;
import java.util.function.BiConsumer;
import javafx.application.Platform;

/** What one open view gets. It remembers the title that the view wishes; whoever shows the view reads it there. */
final class OpenedContext extends FeatureContext implements ViewContext {

    private final Memento memento;
    private final Runnable onTitle;
    private final BiConsumer<String, Values> onEvent;
    private final Inside inside;
    private volatile Values parameters;
    private volatile String title = "";

    OpenedContext(OpenView.Opening opening, Attribution who, Surroundings surroundings, Inside inside) {
        super(who, surroundings, surroundings.background(opening.feature()));
        this.memento = opening.memento();
        this.parameters = opening.parameters();
        this.onTitle = opening.onTitle();
        this.onEvent = opening.onEvent();
        this.inside = inside;
    }

    @Override
    public Memento memento() {
        return memento;
    }

    @Override
    public Values parameters() {
        return parameters;
    }

    void parameters(Values next) {
        parameters = next;
    }

    @Override
    public Embedded embed(Embedding wish) {
        if (!Platform.isFxApplicationThread()) {
            throw new IllegalStateException("Expected embed(" + wish.viewId()
                    + ") on the JavaFX application thread, found: "
                    + Thread.currentThread().getName() + ".");
        }
        return inside.embed(wish);
    }

    @Override
    public void emit(String event, Values values) {
        Objects.requireNonNull(event, "event");
        Objects.requireNonNull(values, "values");
        if (!isClosed()) {
            onEvent.accept(event, values);
        }
    }

    @Override
    public void title(String wished) {
        if (!isClosed()) {
            title = wished;
            Platform.runLater(onTitle);
        }
    }

    String title() {
        return title;
    }

    Inside inside() {
        return inside;
    }

    @Override
    public void close() {
        super.close();
        inside.close();
    }
}
