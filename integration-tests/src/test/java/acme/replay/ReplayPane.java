package acme.replay;

import dev.dovetail.api.Memento;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.fxml.FXML;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;

/** The controller of {@code replay.fxml}. */
@SuppressWarnings("NullAway.Init") // FXML sets them.
public final class ReplayPane {

    private static final int ROWS = 200;

    @FXML
    private TextField note;

    @FXML
    private ReplayLabel version;

    @FXML
    private TableView<String> table;

    @FXML
    private TableColumn<String, String> column;

    @FXML
    private ImageView image;

    void fill(String release, Memento memento) {
        version.setText(release);
        note.setText(memento.text("note").orElse("untouched"));
        column.setCellValueFactory(row -> new ReadOnlyStringWrapper(row.getValue()));
        table.getItems()
                .setAll(IntStream.range(0, ROWS).mapToObj(n -> "row " + n).toList());
        memento.integer("row").ifPresent(row -> table.getSelectionModel().select(row.intValue()));
    }

    void restored() {
        table.scrollTo(Math.max(0, table.getSelectionModel().getSelectedIndex()));
    }

    Memento save() {
        return Memento.of("note", note.getText())
                .with("row", table.getSelectionModel().getSelectedIndex());
    }

    ImageView image() {
        return image;
    }
}
