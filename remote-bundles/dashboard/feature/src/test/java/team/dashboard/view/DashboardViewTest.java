package team.dashboard.view;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import dev.dovetail.api.Memento;
import dev.dovetail.api.Values;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The view as a person uses it, in a scene, with stand-ins for the views of others. */
class DashboardViewTest {

    private final Path directory;

    DashboardViewTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void toolkit() throws Exception {
        CountDownLatch started = new CountDownLatch(1);
        Platform.startup(started::countDown);
        started.await();
        Platform.setImplicitExit(false);
        // The shell's theme, which has the colours that the view looks up.
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    }

    private static <T> T fx(Callable<T> task) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                answer.complete(task.call());
            } catch (Exception | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer.orTimeout(20, TimeUnit.SECONDS).join();
    }

    /** An open dashboard. */
    private static final class Opened {

        final ShellOfOne shell;
        final DashboardView view = new DashboardView();
        final Parent root;

        Opened(Path directory, Memento memento) {
            shell = new ShellOfOne(directory, memento);
            root = fx(() -> {
                Parent opened = (Parent) view.open(shell);
                new Scene(opened, 1200, 800);
                opened.applyCss();
                opened.layout();
                return opened;
            });
        }

        <T extends Node> T node(Class<T> type, String selector) {
            return fx(() -> type.cast(root.lookup(selector)));
        }

        void press(String selector) {
            Button button = node(Button.class, selector);
            fx(() -> {
                button.fire();
                root.applyCss();
                root.layout();
                return true;
            });
        }

        ShellOfOne.Inner inner(int panel) {
            return shell.inner.get("panel-" + panel);
        }

        long cards() {
            return fx(() -> root.lookupAll(".dashboard-card").stream().count());
        }
    }

    private Opened fresh() {
        return new Opened(directory, Memento.EMPTY);
    }

    @Test
    void atFirstThereIsATableAndAChartBesideIt() {
        Opened board = fresh();

        assertThat(board.inner(1).wish.viewId()).isEqualTo("explorer.tables");
        assertThat(board.inner(2).wish.viewId()).isEqualTo("charts.board");
        Region table = board.node(Region.class, "#dashboard-panel-1");
        Region chart = board.node(Region.class, "#dashboard-panel-2");
        assertThat(fx(table::getLayoutY)).isEqualTo(fx(chart::getLayoutY));
        assertThat(fx(table::getLayoutX)).isLessThan(fx(chart::getLayoutX));
    }

    @Test
    void whatIsChosenInATableIsDrawnByTheChartThatFollows() {
        Opened board = fresh();
        Values before = board.inner(2).parameters;

        choose(board, "sample:elements");

        assertThat(board.inner(2).parameters).isNotEqualTo(before);
        assertThat(board.inner(2).parameters.toString()).contains("sample:elements");
    }

    @Test
    void aChartThatDoesNotFollowStaysAsItIs() {
        Opened board = fresh();
        Values before = board.inner(2).parameters;

        board.press("#dashboard-follow-2");
        choose(board, "sample:elements");

        assertThat(board.inner(2).parameters).isEqualTo(before);
    }

    private static void choose(Opened board, String table) {
        fx(() -> {
            board.inner(1).wish.listener().accept("selection", Values.of(Map.of("table", table, "column", "period")));
            return true;
        });
    }

    @Test
    void aPanelIsComposedAndRemoved() {
        Opened board = fresh();
        board.press("#dashboard-add");
        ComboBox<?> view = board.node(ComboBox.class, "#dashboard-new-view");
        TextField title = board.node(TextField.class, "#dashboard-new-title");
        fx(() -> {
            view.getSelectionModel().select(1);
            title.setText("Mine");
            return true;
        });

        board.press("#dashboard-new-add");

        assertThat(board.cards()).isEqualTo(3);
        assertThat(board.inner(3).wish.viewId()).isEqualTo("charts.board");
        board.press("#dashboard-remove-3");
        assertThat(board.cards()).isEqualTo(2);
        assertThat(board.inner(3).closed).isTrue();
    }

    @Test
    void anEmptyBoardSaysWhatToDo() {
        Opened board = fresh();
        board.press("#dashboard-remove-1");
        board.press("#dashboard-remove-2");

        assertThat(fx(() -> board.root.lookup(".dashboard-hint").isVisible())).isTrue();
        assertThat(fx(() -> board.root.lookup(".dashboard-composer").isVisible()))
                .isTrue();
    }

    @Test
    void theNextVersionHasTheBoardAndWhatItsViewsRemember() {
        Opened board = fresh();
        board.press("#dashboard-remove-1");
        Memento memento = fx(board.view::save);

        Opened next = new Opened(directory, memento);

        assertThat(next.cards()).isEqualTo(1);
        assertThat(next.inner(2).wish.memento().text("scroll")).contains("panel-2");
    }

    @Test
    void aTabThatIsOpenedAnewHasTheBoardAsItWasLeft() {
        Opened board = fresh();
        board.press("#dashboard-wide-1");
        board.press("#dashboard-remove-2");
        fx(() -> {
            board.view.close();
            return true;
        });

        Opened again = fresh();

        assertThat(again.cards()).isEqualTo(1);
        Region table = again.node(Region.class, "#dashboard-panel-1");
        assertThat(fx(table::getWidth)).isGreaterThan(1000);
    }
}
