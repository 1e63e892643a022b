package dev.dovetail.shell.slide;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * Shows as much of its content as fits, moved by the wheel and by the keyboard's focus. What a scroll pane without bars
 * does, without a scroll pane's skin: that one makes and styles two bars, seen or not. JavaFX application thread only.
 */
public class SlidingPane extends Region {

    private final Rectangle clip = new Rectangle();
    private final ChangeListener<Node> follow = (owner, was, is) -> follow(is);
    private final Region content;
    private final boolean vertical;
    private double offset;

    /**
     * @param content what is moved; as wide (or high) as this pane across the direction
     * @param direction in which it moves
     */
    public SlidingPane(Region content, Orientation direction) {
        this.content = content;
        vertical = direction == Orientation.VERTICAL;
        setClip(clip);
        getChildren().add(content);
        addEventHandler(ScrollEvent.SCROLL, this::scroll);
        sceneProperty().addListener((scene, was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(follow);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(follow);
            }
        });
    }

    @Override
    protected double computeMinWidth(double height) {
        return across() + (vertical ? content.minWidth(-1) : 0);
    }

    @Override
    protected double computeMinHeight(double width) {
        return along() + (vertical ? 0 : content.minHeight(-1));
    }

    @Override
    protected double computePrefWidth(double height) {
        return across() + content.prefWidth(-1);
    }

    @Override
    protected double computePrefHeight(double width) {
        return along() + content.prefHeight(-1);
    }

    private double across() {
        return getInsets().getLeft() + getInsets().getRight();
    }

    private double along() {
        return getInsets().getTop() + getInsets().getBottom();
    }

    @Override
    protected void layoutChildren() {
        clip.setWidth(getWidth());
        clip.setHeight(getHeight());
        Insets insets = getInsets();
        double width = getWidth() - across();
        double height = getHeight() - along();
        double length = vertical ? Math.max(height, content.prefHeight(width)) : content.prefWidth(height);
        offset = Math.max(0, Math.min(offset, length - (vertical ? height : width)));
        double x = insets.getLeft() - (vertical ? 0 : offset);
        double y = insets.getTop() - (vertical ? offset : 0);
        content.resizeRelocate(
                snapPositionX(x), snapPositionY(y), vertical ? width : length, vertical ? length : height);
    }

    /** @return how far the content is seen, from its beginning; as of the last layout */
    protected final double seenTo() {
        return offset + (vertical ? getHeight() : getWidth()) - along();
    }

    private void scroll(ScrollEvent event) {
        slideTo(offset - (event.getDeltaY() == 0 ? event.getDeltaX() : event.getDeltaY()));
        event.consume();
    }

    private void slideTo(double wanted) {
        offset = wanted;
        requestLayout();
    }

    private void follow(Node focused) {
        for (Node node = focused; node != null; node = node.getParent()) {
            if (node == content) {
                reveal(focused);
                return;
            }
        }
    }

    /**
     * Moves the content just as far as it takes to show all of a node.
     *
     * @param node one that is inside of it, laid out
     */
    public final void reveal(Node node) {
        Bounds bounds = content.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        double first = vertical ? bounds.getMinY() : bounds.getMinX();
        double last = vertical ? bounds.getMaxY() : bounds.getMaxX();
        double view = vertical ? getHeight() - along() : getWidth() - across();
        if (first < offset) {
            slideTo(first);
        } else if (last > offset + view) {
            slideTo(last - view);
        }
    }
}
