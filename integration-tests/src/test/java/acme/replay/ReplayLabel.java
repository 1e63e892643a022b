package acme.replay;

import javafx.scene.control.Label;

/** A control of the feature's own, made by FXML. */
public final class ReplayLabel extends Label {

    /** For FXML. */
    public ReplayLabel() {
        getStyleClass().add("replay-label");
    }
}
