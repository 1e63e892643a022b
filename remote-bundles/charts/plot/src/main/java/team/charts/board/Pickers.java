package team.charts.board;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.util.StringConverter;
import team.charts.api.ChartRequest.Kind;
import team.charts.desk.BoardModel;
import team.explorer.api.TableInfo;

/** The controls that choose what is drawn. They show what the model says, and tell it what the person picks. */
public final class Pickers {

    private final BoardModel model;
    private final ComboBox<TableInfo> table = new ComboBox<>();
    private final ComboBox<String> x = new ComboBox<>();
    private final Map<Kind, ToggleButton> kinds = new EnumMap<>(Kind.class);
    private final HBox kind = new HBox();
    private final Pane series;
    private boolean showing;

    Pickers(BoardModel model, Pane series) {
        this.model = model;
        this.series = series;
        table.setId("charts-table");
        table.setConverter(new Titles());
        table.setPromptText("None on offer");
        table.setOnAction(event -> told(table.getValue(), info -> model.pick(info.id())));
        x.setId("charts-x");
        x.setOnAction(event -> told(x.getValue(), model::x));
        series.setId("charts-series");
        kindButton(Kind.BAR, "Bars", Icons.BAR, "left-pill");
        kindButton(Kind.LINE, "Lines", Icons.LINE, "center-pill");
        kindButton(Kind.SCATTER, "Dots", Icons.SCATTER, "right-pill");
        kind.getStyleClass().add("charts-kinds");
        for (ComboBox<?> box : List.of(table, x)) {
            box.setMaxWidth(Double.MAX_VALUE);
            box.setMinWidth(80);
        }
    }

    /** @return chooses the table */
    public Node table() {
        return table;
    }

    /** @return chooses bars, lines or dots */
    public Node kind() {
        return kind;
    }

    /** @return chooses the column on the x axis */
    public Node x() {
        return x;
    }

    /** @return chooses the columns that are drawn: check boxes in the pane that was given */
    public Pane series() {
        return series;
    }

    void show() {
        showing = true;
        boolean fixed = !model.canChoose();
        showTables();
        if (!x.getItems().equals(model.columns())) {
            x.getItems().setAll(model.columns());
        }
        x.setValue(model.state().choice().x());
        x.setDisable(fixed || model.columns().isEmpty());
        kinds.forEach((one, button) ->
                button.setSelected(one == model.state().choice().kind()));
        kind.setDisable(fixed);
        showSeries(model.drawable());
        series.setDisable(fixed);
        showing = false;
    }

    void close() {
        showing = true;
        table.hide();
        x.hide();
    }

    private void showTables() {
        List<TableInfo> tables = model.tables();
        if (!table.getItems().equals(tables)) {
            table.getItems().setAll(tables);
        }
        String id = model.state().choice().tableId();
        Optional<TableInfo> chosen =
                tables.stream().filter(info -> info.id().equals(id)).findFirst();
        table.setValue(
                id.isEmpty()
                        ? null
                        : chosen.orElseGet(() -> new TableInfo(id, model.state().table(), 0)));
        table.setDisable(tables.isEmpty());
    }

    private void showSeries(List<String> names) {
        if (!names.equals(series.getChildren().stream().map(Node::getUserData).toList())) {
            series.getChildren().setAll(names.stream().map(this::seriesBox).toList());
        }
        List<String> chosen = model.state().choice().series();
        series.getChildren()
                .forEach(box -> ((CheckBox) box).setSelected(chosen.contains(String.valueOf(box.getUserData()))));
    }

    private CheckBox seriesBox(String name) {
        CheckBox box = new CheckBox(name);
        box.setUserData(name);
        box.setMnemonicParsing(false);
        box.setOnAction(event -> model.series(ticked()));
        return box;
    }

    private List<String> ticked() {
        return series.getChildren().stream()
                .filter(box -> ((CheckBox) box).isSelected())
                .map(box -> String.valueOf(box.getUserData()))
                .limit(team.charts.plot.Plot.MOST_SERIES)
                .toList();
    }

    private void kindButton(Kind one, String text, Icons icon, String place) {
        ToggleButton button = new ToggleButton(text, icon.node());
        button.setId("charts-kind-" + one.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add(place);
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, javafx.scene.layout.Priority.ALWAYS);
        button.setOnAction(event -> model.kind(one));
        kinds.put(one, button);
        kind.getChildren().add(button);
    }

    /** Passes on what the person picked, and not what the model itself says. */
    private <T> void told(T value, Consumer<T> model) {
        if (!showing && value != null) {
            model.accept(value);
        }
    }

    /** Tables are known by their titles; nobody types one. */
    private static final class Titles extends StringConverter<TableInfo> {

        @Override
        public String toString(TableInfo info) {
            return info == null ? "" : info.title();
        }

        @Override
        public TableInfo fromString(String title) {
            throw new UnsupportedOperationException("a table is picked from the list, not typed: " + title);
        }
    }
}
