package dev.dovetail.shell.embed;

import dev.dovetail.shell.theme.Icons;
import dev.dovetail.shell.view.RemedyBar;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Stands in the place of an embedded view, which may be small: why it isn't there, and what to do about it. */
final class EmbedPanel {

    private EmbedPanel() {}

    /**
     * @param why what to say
     * @param again tries again
     * @param wayOut adds what else can be done
     */
    static Node of(Absence why, Runnable again, Consumer<RemedyBar> wayOut) {
        StackPane mark = new StackPane(Icons.of(why.icon()));
        mark.getStyleClass().add("embed-mark");
        VBox panel = new VBox(mark, line(why.failure().title(), "embed-title"), line(why.sentence(), "embed-message"));
        panel.getStyleClass().add("embed-panel");
        panel.setAlignment(Pos.CENTER);
        bar(why, again, wayOut).ifPresent(panel.getChildren()::add);
        if (!why.failure().code().isEmpty()) {
            panel.getChildren().add(line(why.failure().code(), "error-code"));
        }
        ScrollPane scroll = new ScrollPane(panel);
        scroll.getStyleClass().addAll("embed-scroll", "edge-to-edge");
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        return scroll;
    }

    /** The embedding view's own, with what it can't offer by itself. */
    static Node around(Node fallback, Absence why, Runnable again, Consumer<RemedyBar> wayOut) {
        Optional<RemedyBar> bar = bar(why, again, wayOut);
        if (bar.isEmpty()) {
            return fallback;
        }
        bar.get().getStyleClass().add("embed-foot");
        VBox.setVgrow(fallback, Priority.ALWAYS);
        return new VBox(fallback, bar.get());
    }

    private static Optional<RemedyBar> bar(Absence why, Runnable again, Consumer<RemedyBar> wayOut) {
        if (why.kind().action().isEmpty()) {
            return Optional.empty();
        }
        RemedyBar bar = new RemedyBar("embed");
        bar.offerFirst("again", why.kind().action(), why.kind().icon(), again);
        if (why.kind() == Absence.Kind.FAILED) {
            bar.offerReport(why.failure().report());
            wayOut.accept(bar);
        }
        return Optional.of(bar);
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(Label.USE_PREF_SIZE);
        return label;
    }
}
