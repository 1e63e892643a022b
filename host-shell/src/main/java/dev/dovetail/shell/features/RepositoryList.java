package dev.dovetail.shell.features;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.shell.theme.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Where features come from, and how that went. A repository that doesn't answer is no alarm: what is installed works. */
final class RepositoryList extends VBox {

    private final VBox rows = new VBox();
    private final Label calm = new Label();

    RepositoryList() {
        setId("repositories");
        getStyleClass().add("repositories");
        Label title = new Label("REPOSITORIES");
        title.getStyleClass().add("section-title");
        rows.getStyleClass().add("repository-rows");
        calm.getStyleClass().add("repository-calm");
        calm.setWrapText(true);
        calm.setMinHeight(USE_PREF_SIZE);
        getChildren().addAll(title, rows, calm);
    }

    void show(List<RepositoryStatus> repositories) {
        setVisible(!repositories.isEmpty());
        setManaged(!repositories.isEmpty());
        rows.getChildren().setAll(repositories.stream().map(RepositoryList::row).toList());
        boolean anyAway = repositories.stream().anyMatch(repository -> !repository.reachable());
        calm.setVisible(anyAway);
        calm.setManaged(anyAway);
        calm.setText("What is installed keeps working. New features and updates wait until the repository answers.");
    }

    private static HBox row(RepositoryStatus repository) {
        Region dot = new Region();
        dot.getStyleClass().addAll("dot", repository.reachable() ? "good" : "away");
        Label url = new Label(repository.url().toString());
        url.getStyleClass().add("repository-url");
        url.setMinWidth(120);
        Label state = new Label(words(repository));
        state.getStyleClass().addAll("repository-state", repository.reachable() ? "good" : "away");
        state.setWrapText(true);
        state.setMinHeight(USE_PREF_SIZE);
        state.setAlignment(Pos.CENTER_RIGHT);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        HBox row = new HBox(dot, Icons.of("hard-drive"), url);
        if (!repository.signed()) {
            Label unsigned = new Label("Unsigned");
            unsigned.getStyleClass().addAll("chip", "unsigned");
            unsigned.setMinWidth(USE_PREF_SIZE);
            row.getChildren().add(unsigned);
        }
        row.getChildren().add(state);
        row.getStyleClass().add("repository-row");
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String words(RepositoryStatus repository) {
        return switch (repository.state()) {
            case UNASKED -> "Not asked yet";
            case ASKING -> "Asking…";
            case CONNECTED -> repository.detail().isBlank() ? "Connected" : repository.detail();
            case AWAY -> repository.detail().isBlank() ? "Not reachable" : repository.detail();
        };
    }
}
