package team.charts.board;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.api.ViewContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.StackPane;
import team.charts.api.ChartRequest;
import team.charts.desk.Asked;
import team.charts.desk.BoardModel;
import team.charts.desk.Desk;
import team.charts.desk.Face;
import team.charts.desk.Offers;
import team.charts.plot.BoardState;
import team.charts.plot.Plot;
import team.charts.plot.StateCodec;

/**
 * All nodes of one open board, and the model behind them. A version of the feature makes one, arranges its nodes, and
 * closes it. FX thread, except for {@link Desk.Board}'s methods.
 */
public final class BoardParts implements Desk.Board, AutoCloseable {

    private final ViewContext context;
    private final Desk desk;
    private final BoardModel model;
    private final Pickers pickers;
    private final PlotPane plot;
    private final Legend legend;
    private final BlankPane blank;
    private final StackPane middle;
    private final TextField title = new TextField();
    private final Label note = new Label();
    private final Button export = new Button("Export PNG", Icons.EXPORT.node());
    private final Picture picture;
    private Consumer<BoardState> observer = state -> {};
    private Node exported;
    private ChartRequest told = BoardState.BLANK.choice();

    /**
     * @param context what the shell offers the board
     * @param offers the tables on offer; closed with this
     * @param desk where the board is found
     * @param series the pane the check boxes of the series go to
     * @param layers what a chart is drawn of
     */
    public BoardParts(ViewContext context, Offers offers, Desk desk, Pane series, List<Layer> layers) {
        this.context = context;
        this.desk = desk;
        this.model = new BoardModel(
                turned().map(BoardState::of).orElseGet(() -> StateCodec.read(context.memento())),
                offers,
                context.background(),
                context.ui());
        this.pickers = new Pickers(model, series);
        this.plot = new PlotPane(layers);
        this.legend = new Legend(model::toggle);
        this.blank = new BlankPane(() -> context.show("explorer.tables", Memento.EMPTY));
        this.middle = new StackPane(plot, blank);
        this.picture = new Picture(context);
        this.exported = middle;
        title();
        note.getStyleClass().add("charts-note");
        export.setId("charts-export");
        export.getStyleClass().add("charts-export");
        export.setOnAction(event -> ask());
    }

    // One within another view is not the one that other features have their charts drawn on.
    private Optional<ChartRequest> turned() {
        return new Asked(context.parameters()).compact() ? Optional.empty() : desk.front(this);
    }

    /** @param values what it is asked to show from now on */
    public void follow(Values values) {
        new Asked(values).tell(model);
    }

    /**
     * Begins to follow the tables on offer.
     *
     * @param root the board's root: a press on it turns the person to this board
     * @param picture what an export shows
     * @param onChange called with what the board shows, now and after every change
     */
    public void start(Node root, Node picture, Consumer<BoardState> onChange) {
        observer = onChange;
        exported = picture;
        root.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> turned().ifPresent(this::draw));
        if (context.memento().isEmpty()) {
            follow(context.parameters());
        }
        model.start(this::refresh);
        refresh();
    }

    /** @return the controls that choose what is drawn */
    public Pickers pickers() {
        return pickers;
    }

    /** @return the chart, or words in its place */
    public Node middle() {
        return middle;
    }

    /** @return the series in their colours */
    public Legend legend() {
        return legend;
    }

    /** @return the title, which can be changed in place */
    public TextField titleField() {
        return title;
    }

    /** @return how the chart came about */
    public Label note() {
        return note;
    }

    /** @return exports the chart */
    public Button exportButton() {
        return export;
    }

    /** @return what is kept of the board; cheap, the points are a few thousand at most */
    public Memento save() {
        if (title.isFocused()) {
            model.rename(title.getText());
        }
        return StateCodec.write(model.state());
    }

    @Override
    public void draw(ChartRequest request) {
        context.ui().execute(() -> model.draw(request));
    }

    @Override
    public void export() {
        context.ui().execute(this::ask);
    }

    /** @param file where the chart goes; the picture is taken at once, and without the button */
    public void exportTo(Path file) {
        export.setVisible(false);
        picture.write(exported, file);
        export.setVisible(true);
    }

    @Override
    public void close() {
        observer = state -> {};
        desk.closed(this);
        model.close();
        pickers.close();
    }

    private void ask() {
        if (model.state().plot().isEmpty()) {
            context.notify(new Notice(Notice.Level.WARNING, "There is no chart to export yet. Choose a table first."));
        } else {
            picture.ask(exported, model.state().heading()).ifPresent(this::exportTo);
        }
    }

    private void title() {
        title.setId("charts-title");
        title.getStyleClass().add("charts-title");
        title.setPromptText("Untitled chart");
        title.setOnAction(event -> middle.requestFocus());
        title.focusedProperty().addListener((focused, before, now) -> {
            if (!now) {
                model.rename(title.getText());
            }
        });
    }

    private void refresh() {
        BoardState state = model.state();
        pickers.show();
        Plot drawn = state.plot();
        plot.show(drawn, state.hidden());
        legend.show(drawn, state.hidden());
        if (!title.isFocused()) {
            title.setText(state.heading());
        }
        title.setDisable(drawn.isEmpty());
        context.title(drawn.isEmpty() ? "" : state.heading());
        export.setDisable(drawn.isEmpty());
        face(model.face());
        observer.accept(state);
        if (!state.choice().equals(told) && !drawn.isEmpty()) {
            told = state.choice();
            context.emit("chart", Asked.of(told));
        }
    }

    private void face(Face face) {
        plot.setVisible(face instanceof Face.Chart);
        legend.setVisible(face instanceof Face.Chart);
        blank.setVisible(false);
        note.setText("");
        note.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("warning"), false);
        if (face instanceof Face.Chart chart) {
            note.setText(chart.warning().isEmpty() ? chart.note() : chart.warning());
            note.pseudoClassStateChanged(
                    javafx.css.PseudoClass.getPseudoClass("warning"),
                    !chart.warning().isEmpty());
        } else if (face instanceof Face.Blank words) {
            blank.show(words);
        }
    }
}
