package dev.dovetail.shell.embed;

import java.util.List;
import javafx.css.CssMetaData;
import javafx.css.Styleable;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.PopupControl;
import javafx.scene.control.Skin;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * Makes panes whose content is styled as if it lay directly in the window: neither rules nor colours nor fonts of the view
 * around it reach it. The content of popups is the one place where JavaFX lets the way be bent on which it looks for
 * rules above a node, so an island is such content, of a popup that is never shown. JavaFX application thread only.
 */
final class StyleIslands extends PopupControl {

    /** @return a pane that styles reach from the window only */
    Island around(Region content) {
        return new Island(content);
    }

    // Asked for when an island is styled: without one, JavaFX would complain.
    @Override
    protected Skin<?> createDefaultSkin() {
        return new NoSkin(this);
    }

    /** Is as large as its content. */
    final class Island extends CSSBridge {

        private final Region content;
        private boolean apart = true;

        private Island(Region content) {
            this.content = content;
            getChildren().add(content);
        }

        /** @param next whether the content is styled apart; it holds for what is added to it from now on */
        void apart(boolean next) {
            apart = next;
        }

        @Override
        @SuppressWarnings("NullAway") // JavaFX's contract: null at the top.
        public Styleable getStyleableParent() {
            Scene scene = getScene();
            return apart && scene != null ? scene.getRoot() : getParent();
        }

        @Override
        public List<CssMetaData<? extends Styleable, ?>> getCssMetaData() {
            return Pane.getClassCssMetaData();
        }

        @Override
        protected void layoutChildren() {
            content.resizeRelocate(0, 0, getWidth(), getHeight());
        }

        @Override
        public @Nullable Orientation getContentBias() {
            return content.getContentBias();
        }

        @Override
        protected double computeMinWidth(double height) {
            return content.minWidth(height);
        }

        @Override
        protected double computeMinHeight(double width) {
            return content.minHeight(width);
        }

        @Override
        protected double computePrefWidth(double height) {
            return content.prefWidth(height);
        }

        @Override
        protected double computePrefHeight(double width) {
            return content.prefHeight(width);
        }
    }

    private record NoSkin(PopupControl of) implements Skin<PopupControl> {

        @Override
        public PopupControl getSkinnable() {
            return of;
        }

        @Override
        @SuppressWarnings("NullAway") // JavaFX's contract: there may be none.
        public Node getNode() {
            return null;
        }

        @Override
        public void dispose() {
            // It holds nothing.
        }
    }
}
