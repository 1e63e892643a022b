package dev.dovetail.shell.view;

import dev.dovetail.shell.requests.ProgressText;
import dev.dovetail.shell.requests.Request;
import dev.dovetail.shell.theme.Tile;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Stands in the place of a view that is on its way. */
public final class ProgressPlaceholder extends VBox {

    private final Label headline = new Label();
    private final Label detail = new Label("Getting ready…");
    private final ProgressBar bar = new ProgressBar(-1);

    /**
     * @param owner the feature
     * @param title what is opened
     * @param icon its icon
     */
    public ProgressPlaceholder(Owner owner, String title, String icon) {
        getStyleClass().add("progress-placeholder");
        setAlignment(Pos.CENTER);
        headline.setText("Opening " + title);
        headline.getStyleClass().add("placeholder-title");
        detail.getStyleClass().add("placeholder-detail");
        bar.getStyleClass().add("thin-bar");
        getChildren().addAll(new Tile(owner.featureId(), icon), headline, bar, detail);
    }

    /** @param request how far it has come */
    public void show(Request request) {
        headline.setText(ProgressText.headline(request));
        detail.setText(ProgressText.detail(request));
        bar.setProgress(ProgressText.fraction(request));
    }
}
