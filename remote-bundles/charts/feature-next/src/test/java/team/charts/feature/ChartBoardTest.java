package team.charts.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Pane;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.charts.desk.Desk;
import team.charts.plot.BoardState;
import team.charts.plot.StateCodec;
import team.charts.rehearsal.Context;
import team.charts.rehearsal.Opened;
import team.charts.rehearsal.Screen;
import team.charts.rehearsal.Tables;
import team.explorer.api.TableInfo;

class ChartBoardTest {

    private final Desk desk = new Desk();
    private final Tables tables = new Tables();

    @TempDir
    Path data;

    @BeforeAll
    static void start() throws Exception {
        Screen.start();
        Screen.theme(false);
    }

    @Test
    void drawsTheFirstTableOnOffer() {
        ChartBoard board = board();
        try (Opened opened = open(board, Memento.EMPTY)) {
            assertThat(opened.find("#charts-title", TextField.class).getText())
                    .isEqualTo("Revenue, Cost and Profit by Month");
            assertThat(opened.count(".plot-line")).isEqualTo(3);
            assertThat(opened.find("#charts-version", Label.class).getText()).isEqualTo("Charts 1.1.0");
            assertThat(opened.find("#charts-empty-open", Button.class)
                            .getParent()
                            .isVisible())
                    .isFalse();
        }
    }

    @Test
    void drawsEachKind() {
        try (Opened opened = open(board(), Memento.EMPTY)) {
            press(opened, "bar");
            assertThat(opened.count(".plot-bar")).isEqualTo(3);
            press(opened, "scatter");
            assertThat(opened.count(".plot-dot")).isEqualTo(3);
            assertThat(opened.count(".plot-bar")).isZero();
            press(opened, "line");
            assertThat(opened.count(".plot-line")).isEqualTo(3);
        }
    }

    @Test
    void obeysItsPickers() {
        ChartBoard board = board();
        try (Opened opened = open(board, Memento.EMPTY)) {
            opened.does(() -> pick(opened, "#charts-table", tables.tables().get(1)));
            opened.does(() -> pick(opened, "#charts-x", "Mileage"));
            assertThat(state(board).choice())
                    .isEqualTo(new ChartRequest(Kind.BAR, Tables.CARS, "Mileage", List.of("Weight")));
            opened.does(() -> pick(opened, "#charts-table", tables.tables().get(0)));
            opened.does(() -> tick(opened, "Orders"));
            assertThat(state(board).choice().series()).containsExactly("Revenue", "Cost", "Profit", "Orders");
            assertThat(opened.count("#charts-legend .button")).isEqualTo(4);
        }
    }

    @Test
    void hidesASeriesAndShowsItAgain() {
        ChartBoard board = board();
        try (Opened opened = open(board, Memento.EMPTY)) {
            Button entry = opened.find("#charts-legend .button", Button.class);
            opened.does(() -> fire(entry));
            assertThat(opened.count(".plot-line")).isEqualTo(2);
            assertThat(state(board).hidden()).containsExactly("Revenue");
            opened.does(() -> fire(entry));
            assertThat(opened.count(".plot-line")).isEqualTo(3);
        }
    }

    @Test
    void teachesAndOpensTables() {
        ChartBoard board = new ChartBoard(desk);
        Context context = new Context(Memento.EMPTY, data);
        try (Opened opened = Opened.open(board, context, 1280, 800)) {
            Button tables = opened.find("#charts-empty-open", Button.class);
            assertThat(tables.isVisible()).isTrue();
            opened.does(() -> fire(tables));
            assertThat(context.shown()).containsExactly("explorer.tables");
            opened.does(() -> fire(opened.find("#charts-export", Button.class)));
            assertThat(opened.find("#charts-export", Button.class).isDisabled()).isTrue();
        }
    }

    @Test
    void drawsWhatOtherFeaturesAskFor() {
        ChartBoard board = board();
        desk.chart(new ChartRequest(Kind.BAR, Tables.SALES, "Region", List.of("Orders")));
        try (Opened opened = open(board, Memento.EMPTY)) {
            assertThat(opened.find("#charts-title", TextField.class).getText()).isEqualTo("Orders by Region");
            desk.chart(new ChartRequest(Kind.SCATTER, Tables.CARS, "Weight", List.of()));
            opened.settle();
            assertThat(opened.find("#charts-title", TextField.class).getText()).isEqualTo("Mileage by Weight");
        }
    }

    @Test
    void looksTheSameFromItsMementoWithoutTheTable() {
        ChartBoard board = board();
        Memento memento;
        try (Opened opened = open(board, Memento.EMPTY)) {
            press(opened, "bar");
            opened.does(() -> rename(opened, "Our year"));
            memento = Screen.run(board::save);
        }
        ChartBoard next = new ChartBoard(desk);
        try (Opened opened = open(next, memento)) {
            assertThat(opened.find("#charts-title", TextField.class).getText()).isEqualTo("Our year");
            assertThat(opened.count(".plot-bar")).isEqualTo(3);
            assertThat(Screen.run(next::save)).isEqualTo(memento);
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() {
        WeakReference<ChartBoard> gone = openAndClose();
        assertThat(tables.followers()).isZero();
        assertThat(desk.current()).isEmpty();
        assertThat(Screen.run(() -> Window.getWindows().size())).isZero();
        long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (gone.get() != null && System.nanoTime() < end) {
            System.gc();
            Screen.run(() -> true);
        }
        assertThat(gone.get()).isNull();
    }

    private WeakReference<ChartBoard> openAndClose() {
        ChartBoard board = board();
        try (Opened opened = open(board, Memento.EMPTY)) {
            opened.does(() -> {
                opened.find("#charts-table", ComboBox.class).show();
                return true;
            });
        }
        return new WeakReference<>(board);
    }

    private ChartBoard board() {
        ChartBoard board = new ChartBoard(desk);
        board.addTables(tables);
        return board;
    }

    private Opened open(ChartBoard board, Memento memento) {
        return Opened.open(board, new Context(memento, data), 1280, 800);
    }

    private static BoardState state(ChartBoard board) {
        return StateCodec.read(Screen.run(board::save));
    }

    private static void press(Opened opened, String kind) {
        opened.does(() -> {
            opened.find("#charts-kind-" + kind, ToggleButton.class).fire();
            return true;
        });
    }

    private static boolean fire(Button button) {
        button.fire();
        return true;
    }

    @SuppressWarnings("unchecked") // the picker's type is what the caller passes
    private static <T> boolean pick(Opened opened, String id, T value) {
        opened.find(id, ComboBox.class).setValue(value);
        return value instanceof TableInfo || value instanceof String;
    }

    private static boolean tick(Opened opened, String series) {
        for (Node box : opened.find("#charts-series", Pane.class).getChildren()) {
            if (box instanceof CheckBox check && check.getText().equals(series)) {
                check.fire();
            }
        }
        return true;
    }

    private static boolean rename(Opened opened, String title) {
        TextField field = opened.find("#charts-title", TextField.class);
        field.requestFocus();
        field.setText(title);
        field.fireEvent(new javafx.event.ActionEvent());
        return true;
    }
}
