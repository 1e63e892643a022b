package team.explorer.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Node;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import team.explorer.api.Column;
import team.explorer.query.Answer;
import team.explorer.query.Question;
import team.explorer.query.Sort;

/** One page of an answer. A click on a heading asks for the order instead of sorting the page alone. */
final class ResultTable {

    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final int MEASURED_ROWS = 60;
    private static final double LETTER = 7.3;
    private static final double PADDING = 26;
    private static final double NARROWEST = 64;
    private static final double WIDEST = 360;

    private final TableView<List<String>> table = new TableView<>();
    private final Consumer<Question> ask;
    private Optional<Answer> shown = Optional.empty();
    private boolean filling;

    ResultTable(Consumer<Question> ask) {
        this.ask = ask;
        table.setId("explorer-result");
        table.getStyleClass().addAll("dense", "edge-to-edge", "explorer-result");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setSortPolicy(this::sort);
        table.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    TableView<List<String>> node() {
        return table;
    }

    /** Shows a page. What the page has in common with the last one stays: columns, and all of it when nothing changed. */
    void show(Answer answer) {
        filling = true;
        try {
            boolean sameColumns = shown.map(Answer::columns).equals(Optional.of(answer.columns()));
            boolean sameRows = sameColumns && shown.map(Answer::rows).equals(Optional.of(answer.rows()));
            shown = Optional.of(answer);
            if (!sameColumns) {
                table.getColumns().setAll(columns(answer));
            }
            if (!sameRows) {
                table.getItems().setAll(answer.rows());
                table.scrollTo(0);
            }
            mark(answer.question().sort());
        } finally {
            filling = false;
        }
    }

    /** @param listener told of the heading and the row when a cell is clicked */
    void onCell(BiConsumer<String, List<String>> listener) {
        table.addEventFilter(MouseEvent.MOUSE_CLICKED, event -> cell(event.getTarget())
                .filter(cell -> cell.getTableRow() != null && cell.getTableRow().getItem() != null)
                .ifPresent(cell -> listener.accept(
                        cell.getTableColumn().getText(), table.getItems().get(cell.getIndex()))));
    }

    // The click may hit the text within the cell.
    private static Optional<TableCell<?, ?>> cell(Object target) {
        Object node = target;
        while (node instanceof Node inner && !(node instanceof TableCell)) {
            node = inner.getParent();
        }
        return node instanceof TableCell<?, ?> cell && !cell.isEmpty() ? Optional.of(cell) : Optional.empty();
    }

    int firstVisible() {
        return table.lookup(".virtual-flow") instanceof VirtualFlow<?> flow && flow.getFirstVisibleCell() != null
                ? flow.getFirstVisibleCell().getIndex()
                : 0;
    }

    int selected() {
        return table.getSelectionModel().getSelectedIndex();
    }

    void restore(int scroll, int selected) {
        if (selected >= 0 && selected < table.getItems().size()) {
            table.getSelectionModel().clearAndSelect(selected);
        }
        table.scrollTo(scroll);
    }

    private List<TableColumn<List<String>, String>> columns(Answer answer) {
        List<TableColumn<List<String>, String>> columns = new ArrayList<>();
        columns.add(numbers());
        for (int i = 0; i < answer.columns().size(); i++) {
            columns.add(column(answer, i));
        }
        return columns;
    }

    private TableColumn<List<String>, String> column(Answer answer, int i) {
        Column described = answer.columns().get(i);
        TableColumn<List<String>, String> column = new TableColumn<>(described.name());
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(
                i < row.getValue().size() ? row.getValue().get(i) : ""));
        column.setPrefWidth(width(answer, i));
        column.setReorderable(false);
        column.getStyleClass()
                .add(
                        switch (described.kind()) {
                            case NUMBER -> "explorer-number";
                            case DATE -> "explorer-date";
                            case TEXT -> "explorer-text";
                        });
        return column;
    }

    /** The place of each row in the whole answer. */
    private TableColumn<List<String>, String> numbers() {
        TableColumn<List<String>, String> column = new TableColumn<>("#");
        column.setSortable(false);
        column.setReorderable(false);
        column.setResizable(false);
        column.setPrefWidth(58);
        column.getStyleClass().add("explorer-gutter");
        column.setCellFactory(any -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : String.valueOf(offset() + getIndex() + 1));
            }
        });
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(""));
        return column;
    }

    private long offset() {
        return shown.map(answer -> (long) answer.question().page() * Question.PAGE_SIZE)
                .orElse(0L);
    }

    private static double width(Answer answer, int i) {
        int cells = answer.rows().stream()
                .limit(MEASURED_ROWS)
                .mapToInt(row -> row.get(i).length())
                .max()
                .orElse(0);
        int letters = Math.max(cells, answer.columns().get(i).name().length() + 2);
        return Math.max(NARROWEST, Math.min(WIDEST, letters * LETTER + PADDING));
    }

    private void mark(Optional<Sort> sort) {
        List<TableColumn<List<String>, ?>> order = table.getSortOrder();
        Optional<TableColumn<List<String>, ?>> column = sort.filter(
                        s -> s.column() + 1 < table.getColumns().size())
                .map(s -> table.getColumns().get(s.column() + 1));
        column.ifPresent(c -> c.setSortType(
                sort.get().descending() ? TableColumn.SortType.DESCENDING : TableColumn.SortType.ASCENDING));
        order.retainAll(column.map(List::of).orElse(List.of()));
        column.filter(c -> !order.contains(c)).ifPresent(order::add);
    }

    /** Called by the table when its headings were clicked. */
    private boolean sort(TableView<List<String>> view) {
        if (!filling) {
            shown.ifPresent(answer -> ask.accept(answer.question().by(wanted())));
        }
        return true;
    }

    private Optional<Sort> wanted() {
        return table.getSortOrder().stream()
                .findFirst()
                .map(column -> new Sort(
                        table.getColumns().indexOf(column) - 1,
                        column.getSortType() == TableColumn.SortType.DESCENDING));
    }

    private void key(KeyEvent event) {
        if (COPY.match(event)) {
            ClipboardContent content = new ClipboardContent();
            content.putString(table.getSelectionModel().getSelectedItems().stream()
                    .map(row -> String.join("\t", row))
                    .collect(Collectors.joining("\n")));
            Clipboard.getSystemClipboard().setContent(content);
            event.consume();
        }
    }
}
