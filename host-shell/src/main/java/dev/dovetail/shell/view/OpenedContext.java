package dev.dovetail.shell.view;

import dev.dovetail.api.Memento;
import dev.dovetail.api.ViewContext;
import javafx.application.Platform;

/** What one open view gets. It remembers the title that the view wishes; whoever shows the view reads it there. */
final class OpenedContext extends FeatureContext implements ViewContext {

    private final Memento memento;
    private final Runnable onTitle;
    private volatile String title = "";

    OpenedContext(Owner owner, Surroundings surroundings, Memento memento, Runnable onTitle) {
        super(owner, surroundings);
        this.memento = memento;
        this.onTitle = onTitle;
    }

    @Override
    public Memento memento() {
        return memento;
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
}
