package dev.dovetail.shell.view;

import dev.dovetail.shell.theme.NodeIds;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Rectangle;

/** The place where a view, its progress or its failure is shown. JavaFX application thread only. */
public final class ViewSlot extends StackPane {

    private final String viewId;

    /** @param viewId the view that belongs here */
    public ViewSlot(String viewId) {
        this("view", viewId);
    }

    /**
     * @param kind what the slot is for
     * @param viewId the view that belongs here
     */
    public ViewSlot(String kind, String viewId) {
        this.viewId = viewId;
        setId(NodeIds.of(kind, viewId));
        getStyleClass().add("view-slot");
        Rectangle clip = new Rectangle();
        clip.widthProperty().bind(widthProperty());
        clip.heightProperty().bind(heightProperty());
        setClip(clip);
    }

    /** @return the view that belongs here */
    public String viewId() {
        return viewId;
    }

    /** @param node is all that is shown from now on */
    public void show(Node node) {
        undress();
        getChildren().setAll(List.of(node));
    }

    /** @param node lies above what is shown already */
    void cover(Node node) {
        getChildren().add(node);
    }

    /** @param node is not shown any more */
    void remove(Node node) {
        undress();
        getChildren().remove(node);
    }

    // A view can put styles on what is around it; they go no further and no longer than the view itself.
    private void undress() {
        getStylesheets().clear();
        setStyle("");
    }
}
