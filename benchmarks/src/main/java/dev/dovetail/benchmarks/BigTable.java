package dev.dovetail.benchmarks;

import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** A table of ten thousand rows and a dozen columns. */
final class BigTable {

    private static final int ROWS = 10_000;
    private static final int COLUMNS = 12;

    private BigTable() {}

    static TableView<Integer> make() {
        TableView<Integer> table = new TableView<>(FXCollections.observableArrayList(
                IntStream.range(0, ROWS).boxed().toList()));
        for (int n = 0; n < COLUMNS; n++) {
            int factor = n + 1;
            TableColumn<Integer, String> column = new TableColumn<>("times " + factor);
            column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(String.valueOf(row.getValue() * factor)));
            column.setPrefWidth(110);
            table.getColumns().add(column);
        }
        return table;
    }
}
