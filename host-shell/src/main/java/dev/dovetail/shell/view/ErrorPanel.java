package dev.dovetail.shell.view;

import dev.dovetail.shell.theme.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Stands in the place of a view that isn't shown: what, why, what to do. */
public final class ErrorPanel extends VBox {

    private final RemedyBar remedies = new RemedyBar("error");

    /** @param failure what to say; its report can be copied, what else can be done is added by {@link #remedies} */
    public ErrorPanel(Failure failure) {
        getStyleClass().add("error-panel");
        setAlignment(Pos.CENTER);
        StackPane mark = new StackPane(Icons.of("alert-triangle"));
        mark.getStyleClass().add("error-mark");
        getChildren().addAll(mark, line(failure.title(), "error-title"), line(failure.shortMessage(), "error-message"));
        if (!failure.hint().isEmpty()) {
            getChildren().add(line(failure.hint(), "error-hint"));
        }
        getChildren().add(remedies);
        if (!failure.code().isEmpty()) {
            getChildren().add(line(failure.code(), "error-code"));
        }
    }

    /**
     * @param failure what to say
     * @param retry tries again
     */
    public ErrorPanel(Failure failure, Runnable retry) {
        this(failure);
        remedies.offerFirst("retry", "Retry", "refresh-cw", retry);
        remedies.offerReport(failure.report());
    }

    /** @return its buttons */
    public RemedyBar remedies() {
        return remedies;
    }

    private static Label line(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
