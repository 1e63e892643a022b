package team.explorer.view;

import java.util.Arrays;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import team.explorer.tables.Sample;

/** What is there before any table is open: how to begin. */
final class Welcome extends StackPane {

    private static final double TILE = 56;
    private static final double WIDTH = 600;
    private static final double LEAD_HEIGHT = 44;
    private static final double GAP = 16;

    Welcome(Wishes wishes) {
        StackPane tile = new StackPane(Icon.DATABASE.node(26));
        tile.getStyleClass().addAll("explorer-tile", "explorer-tile-large");
        tile.setMinSize(TILE, TILE);
        tile.setMaxSize(TILE, TILE);
        Label text = Parts.label(
                "Each file becomes a table that you can sort, page through and question with SQL. "
                        + "Everything stays on this computer, and your files are never changed.",
                "explorer-lead");
        text.setWrapText(true);
        text.setMinHeight(LEAD_HEIGHT);
        text.setMaxWidth(WIDTH - 60);
        Button open =
                Parts.button("explorer-welcome-open", "Open a CSV file…", Icon.OPEN, wishes::chooseFiles, "accent");
        FlowPane samples = new FlowPane(GAP, GAP);
        samples.setId("explorer-samples");
        samples.setAlignment(Pos.CENTER);
        samples.setPrefWrapLength(WIDTH);
        Arrays.stream(Sample.values()).forEach(sample -> samples.getChildren().add(SampleCard.card(sample, wishes)));
        VBox box = new VBox(
                GAP,
                tile,
                Parts.label("Open a CSV file, or try one of the samples", "explorer-title"),
                text,
                open,
                Parts.label("or drop files anywhere here", "explorer-meta"),
                samples);
        VBox.setMargin(samples, new Insets(GAP, 0, 0, 0));
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(WIDTH);
        getChildren().add(box);
        getStyleClass().add("explorer-welcome");
    }
}
