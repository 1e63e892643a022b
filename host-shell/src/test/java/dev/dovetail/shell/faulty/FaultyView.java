package dev.dovetail.shell.faulty;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Memento;
import dev.dovetail.api.ParametersListener;
import dev.dovetail.api.UpdateGuard;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import dev.dovetail.shell.fixture.Callback;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Skin;
import javafx.scene.control.SkinBase;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/** A view that commits a misdeed in one of its callbacks: by itself, or when it is run. */
public final class FaultyView implements FeatureView, UpdateGuard, ParametersListener, Runnable {

    private final Callback where;
    private final Runnable misdeed;
    private final VBox box = new VBox(new Label("faulty"));
    private final List<Embedded> embedded = new ArrayList<>();
    private @Nullable ViewContext context;
    private boolean armed;

    public FaultyView(Callback where, Runnable misdeed) {
        this.where = where;
        this.misdeed = misdeed;
    }

    private void at(Callback callback) {
        if (where == callback) {
            misdeed.run();
        }
    }

    private void armedAt(Callback callback) {
        if (armed) {
            at(callback);
        }
    }

    @Override
    public Node open(ViewContext given) {
        context = given;
        at(Callback.OPEN);
        if (where == Callback.OPEN_LAYOUT) {
            box.getChildren().add(new Faulty(Callback.OPEN_LAYOUT));
            armed = true;
        }
        if (where == Callback.EMBEDDED_EVENT || where == Callback.FALLBACK) {
            String view = where == Callback.FALLBACK ? "no.such" : "notes.main";
            embedded.add(given.embed(Embedding.of(view)
                    .named("inner")
                    .onEvent((event, values) -> at(where))
                    .orElse(reason -> {
                        at(Callback.FALLBACK);
                        return new Label(reason);
                    })));
            box.getChildren().add(embedded.get(0).node());
        }
        return box;
    }

    @Override
    public void restored() {
        at(Callback.RESTORED);
    }

    @Override
    public Memento save() {
        at(Callback.SAVE);
        return Memento.EMPTY;
    }

    @Override
    public void close() {
        at(Callback.CLOSE);
    }

    @Override
    public void parameters(Values parameters) {
        at(Callback.PARAMETERS);
        at(Callback.NAVIGATE);
    }

    @Override
    public Optional<String> objection() {
        at(Callback.OBJECTION);
        return Optional.empty();
    }

    /** Has the callback called that isn't called by itself. On the JavaFX application thread. */
    @Override
    public void run() {
        armed = true;
        switch (where) {
            case EVENT -> press();
            case EVENT_FILTER -> filter();
            case LAYOUT -> add(new Faulty(Callback.LAYOUT));
            case UNMANAGED_LAYOUT -> unmanaged();
            case SIZE -> add(new Faulty(Callback.SIZE));
            case CELL -> list();
            case SKIN -> add(new FaultyControl());
            case PROPERTY -> property();
            case WINDOW_LISTENER -> listen();
            case TIMELINE -> new Timeline(new KeyFrame(Duration.millis(20), finished -> at(Callback.TIMELINE))).play();
            case RUN_LATER -> Platform.runLater(() -> at(Callback.RUN_LATER));
            case UI -> context().ui().execute(() -> at(Callback.UI));
            case NAVIGATE -> navigate();
            case POPUP -> popup();
            case BACKGROUND -> context().background().execute(() -> at(Callback.BACKGROUND));
            case OWN_THREAD -> thread();
            default -> {}
        }
    }

    private ViewContext context() {
        if (context == null) {
            throw new IllegalStateException("not opened");
        }
        return context;
    }

    private void add(Node node) {
        box.getChildren().add(node);
    }

    private void press() {
        Button button = new Button("Press");
        button.setOnAction(pressed -> at(Callback.EVENT));
        add(button);
        button.fire();
    }

    private void filter() {
        box.addEventFilter(MouseEvent.MOUSE_MOVED, moved -> at(Callback.EVENT_FILTER));
        MouseEvent moved = new MouseEvent(
                MouseEvent.MOUSE_MOVED,
                1,
                1,
                1,
                1,
                javafx.scene.input.MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                true,
                false,
                true,
                null);
        javafx.event.Event.fireEvent(box, moved);
    }

    private void unmanaged() {
        Faulty own = new Faulty(Callback.UNMANAGED_LAYOUT);
        own.setManaged(false);
        armed = false;
        add(own);
        Platform.runLater(() -> {
            armed = true;
            own.requestLayout();
        });
    }

    private void list() {
        ListView<String> list = new ListView<>();
        list.setCellFactory(made -> new ListCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                if (!empty) {
                    at(Callback.CELL);
                }
            }
        });
        list.getItems().add("one");
        add(list);
    }

    private void property() {
        box.widthProperty().addListener((width, was, is) -> at(Callback.PROPERTY));
        box.resize(box.getWidth() + 1, box.getHeight());
    }

    private void listen() {
        box.getScene().widthProperty().addListener((width, was, is) -> at(Callback.WINDOW_LISTENER));
        javafx.stage.Window window = box.getScene().getWindow();
        window.setWidth(window.getWidth() - 10);
    }

    private void navigate() {
        var unused = context().navigate("faulty/main?x=1");
    }

    private void popup() {
        MenuItem item = new MenuItem("Choose");
        item.setOnAction(chosen -> at(Callback.POPUP));
        ContextMenu menu = new ContextMenu(item);
        menu.show(box, 100, 100);
        Platform.runLater(() -> {
            item.fire();
            menu.hide();
        });
    }

    private void thread() {
        Thread own = new Thread(() -> at(Callback.OWN_THREAD), "faulty-own");
        own.setDaemon(true);
        own.start();
    }

    /** Is laid out. */
    private final class Faulty extends Pane {

        private final Callback callback;

        Faulty(Callback callback) {
            this.callback = callback;
        }

        @Override
        protected void layoutChildren() {
            super.layoutChildren();
            if (callback != Callback.SIZE) {
                armedAt(callback);
            }
        }

        @Override
        protected double computePrefHeight(double width) {
            if (callback == Callback.SIZE) {
                armedAt(callback);
            }
            return 20;
        }
    }

    /** Is styled. */
    private final class FaultyControl extends Control {

        @Override
        protected Skin<?> createDefaultSkin() {
            at(Callback.SKIN);
            return new PlainSkin(this);
        }
    }

    private static final class PlainSkin extends SkinBase<FaultyControl> {

        PlainSkin(FaultyControl control) {
            super(control);
        }
    }
}
