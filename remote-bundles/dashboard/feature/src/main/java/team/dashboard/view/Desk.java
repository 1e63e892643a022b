package team.dashboard.view;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import team.dashboard.board.Board;
import team.dashboard.board.BoardFile;
import team.dashboard.board.BoardText;
import team.dashboard.board.Panel;

/** One open board: its panels, and what happens between them. JavaFX application thread only. */
final class Desk implements Deeds {

    private static final String STATE = "state.";

    private final Map<String, Card> cards = new LinkedHashMap<>();
    private final BoardPane pane = new BoardPane();
    private final BorderPane root = new BorderPane();
    private final Composer composer = new Composer(this);
    private final Button add = new Button("Add panel", Icon.ADD.node());
    private final String styles = Objects.requireNonNull(Desk.class.getResource("dashboard.css"), "dashboard.css")
            .toExternalForm();
    private final ViewContext context;
    private final BoardFile file;
    private Board board = new Board(java.util.List.of());

    Desk(ViewContext context) {
        this.context = context;
        file = new BoardFile(context.dataDirectory());
    }

    Node open() {
        board = BoardText.read(context.memento().values()).or(this::kept).orElse(Board.FIRST);
        root.getStyleClass().add("dashboard");
        root.getStylesheets().add(styles);
        root.setTop(new VBox(head(), composer.node()));
        ScrollPane scroll = new ScrollPane(pane);
        scroll.getStyleClass().addAll("dashboard-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setCenter(scroll);
        board.panels().forEach(panel -> place(panel, remembered(panel)));
        show();
        return root;
    }

    private Optional<Board> kept() {
        try {
            return file.read();
        } catch (IOException e) {
            context.notify(Notice.error("The board could not be read, so this is a new one: " + e.getMessage()));
            return Optional.empty();
        }
    }

    private Node head() {
        Label title = new Label("Dashboard");
        title.getStyleClass().add("dashboard-title");
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        add.setId("dashboard-add");
        add.getStyleClass().add("dashboard-add");
        add.setOnAction(pressed -> composer.toggle());
        HBox head = new HBox(title, room, add);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("dashboard-head");
        return head;
    }

    /** What the view in a panel said of itself the last time. */
    private Memento remembered(Panel panel) {
        String prefix = STATE + panel.id() + ".";
        Map<String, String> state = new LinkedHashMap<>();
        context.memento().values().forEach((name, text) -> {
            if (name.startsWith(prefix)) {
                state.put(name.substring(prefix.length()), text);
            }
        });
        return Memento.of(state);
    }

    private void place(Panel panel, Memento memento) {
        Embedded embedded = context.embed(Embedding.of(panel.viewId())
                .named("panel-" + panel.id())
                .with(panel.parameters())
                .remembering(memento)
                .onEvent((event, values) -> heard(panel.id(), event, values)));
        cards.put(panel.id(), new Card(panel, embedded, this));
    }

    private void heard(String from, String event, Values values) {
        Map<String, Values> changed = board.followed(from, event, values);
        changed.forEach((id, parameters) -> {
            board = board.changing(id, panel -> panel.with(parameters));
            Optional.ofNullable(cards.get(id)).ifPresent(card -> card.parameters(parameters));
        });
        if (!changed.isEmpty()) {
            keep();
        }
    }

    @Override
    public void add(team.dashboard.board.Source source, String title, Values parameters) {
        if (!board.hasRoom()) {
            context.notify(Notice.error("A board has at most " + Board.MOST + " panels. Remove one first."));
            return;
        }
        board = board.adding(source, title, parameters);
        place(board.panels().get(board.panels().size() - 1), Memento.EMPTY);
        changed();
    }

    @Override
    public void remove(String id) {
        board = board.without(id);
        Optional.ofNullable(cards.remove(id)).ifPresent(Card::close);
        changed();
    }

    @Override
    public void change(String id, UnaryOperator<Panel> change) {
        board = board.changing(id, change);
        changed();
    }

    @Override
    public void move(String id, int step) {
        board = board.moving(id, step);
        changed();
    }

    private void changed() {
        show();
        keep();
    }

    private void show() {
        board.panels()
                .forEach(panel -> Optional.ofNullable(cards.get(panel.id())).ifPresent(card -> card.show(panel)));
        pane.show(board, cards);
        add.setDisable(!board.hasRoom());
        composer.empty(board.panels().isEmpty());
    }

    private void keep() {
        Board now = board;
        context.background().execute(() -> {
            try {
                file.write(now);
            } catch (IOException e) {
                context.notify(Notice.error("The board could not be kept: " + e.getMessage()));
            }
        });
    }

    Memento save() {
        Map<String, String> texts = new LinkedHashMap<>(BoardText.write(board));
        cards.forEach(
                (id, card) -> card.save().values().forEach((name, text) -> texts.put(STATE + id + "." + name, text)));
        return Memento.of(texts);
    }

    void close() {
        cards.clear();
        root.getStylesheets().remove(styles);
    }
}
