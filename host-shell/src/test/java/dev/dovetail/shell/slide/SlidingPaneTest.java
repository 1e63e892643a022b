package dev.dovetail.shell.slide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.ShellFixture;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.PickResult;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class SlidingPaneTest {

    SlidingPaneTest() {
        ShellFixture.toolkit();
    }

    private static Pane filled(Pane row) {
        for (int n = 0; n < 10; n++) {
            Button button = new Button("B" + n);
            button.setMinSize(50, 50);
            button.setMaxSize(50, 50);
            row.getChildren().add(button);
        }
        return row;
    }

    private static SlidingPane pane(Pane content, Orientation direction, double width, double height) {
        return ShellFixture.fx(() -> {
            SlidingPane pane = new SlidingPane(filled(content), direction);
            Scene unused = new Scene(pane, width, height);
            pane.applyCss();
            pane.resize(width, height);
            pane.layout();
            return pane;
        });
    }

    private static Bounds seen(SlidingPane pane, Node node) {
        return ShellFixture.fx(() -> {
            pane.layout();
            return pane.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        });
    }

    private static void wheel(SlidingPane pane, double x, double y) {
        ShellFixture.run(() -> {
            ScrollEvent turned = new ScrollEvent(
                    ScrollEvent.SCROLL,
                    0,
                    0,
                    0,
                    0,
                    false,
                    false,
                    false,
                    false,
                    false,
                    false,
                    x,
                    y,
                    x,
                    y,
                    ScrollEvent.HorizontalTextScrollUnits.NONE,
                    0,
                    ScrollEvent.VerticalTextScrollUnits.NONE,
                    0,
                    0,
                    new PickResult(pane, 0, 0));
            Event.fireEvent(pane, turned);
        });
    }

    @Test
    void showsTheBeginningAndFillsItsWidth() {
        VBox column = new VBox();
        SlidingPane pane = pane(column, Orientation.VERTICAL, 80, 200);

        assertThat(seen(pane, column.getChildren().get(0)).getMinY()).isZero();
        assertThat(column.getWidth()).isEqualTo(80);
        assertThat(column.getHeight()).isEqualTo(500);
    }

    @Test
    void isMovedByTheWheelAndStopsAtBothEnds() {
        VBox column = new VBox();
        SlidingPane pane = pane(column, Orientation.VERTICAL, 80, 200);

        wheel(pane, 0, -120);
        assertThat(seen(pane, column).getMinY()).isEqualTo(-120);
        wheel(pane, 0, -4000);
        assertThat(seen(pane, column).getMaxY()).isEqualTo(200);
        wheel(pane, 0, 9000);
        assertThat(seen(pane, column).getMinY()).isZero();
    }

    @Test
    void aWheelThatOnlyTurnsUpAndDownMovesARowToo() {
        HBox row = new HBox();
        SlidingPane pane = pane(row, Orientation.HORIZONTAL, 200, 60);

        wheel(pane, 0, -70);
        assertThat(seen(pane, row).getMinX()).isEqualTo(-70);
        wheel(pane, -30, 0);
        assertThat(seen(pane, row).getMinX()).isEqualTo(-100);
    }

    @Test
    void movesJustAsFarAsItTakesToShowANode() {
        HBox row = new HBox();
        SlidingPane pane = pane(row, Orientation.HORIZONTAL, 200, 60);

        ShellFixture.run(() -> pane.reveal(row.getChildren().get(5)));
        assertThat(seen(pane, row.getChildren().get(5)).getMaxX()).isEqualTo(200);
        ShellFixture.run(() -> pane.reveal(row.getChildren().get(4)));
        assertThat(seen(pane, row.getChildren().get(5)).getMaxX()).isEqualTo(200);
        ShellFixture.run(() -> pane.reveal(row.getChildren().get(0)));
        assertThat(seen(pane, row.getChildren().get(0)).getMinX()).isZero();
    }

    @Test
    void followsTheKeyboard() {
        VBox column = new VBox();
        SlidingPane pane = pane(column, Orientation.VERTICAL, 80, 200);

        ShellFixture.run(() -> column.getChildren().get(9).requestFocus());

        assertThat(seen(pane, column.getChildren().get(9)).getMaxY()).isEqualTo(200);
    }

    @Test
    void needsNoMoreRoomThanItGets() {
        VBox column = new VBox();
        SlidingPane pane = pane(column, Orientation.VERTICAL, 80, 200);

        assertThat(ShellFixture.fx(() -> pane.minHeight(-1))).isZero();
        assertThat(ShellFixture.fx(() -> pane.prefHeight(-1))).isEqualTo(500);
        assertThat(ShellFixture.fx(() -> pane.minWidth(-1))).isEqualTo(50);
        assertThat(ShellFixture.fx(() -> pane.prefWidth(-1))).isEqualTo(50);
    }
}
