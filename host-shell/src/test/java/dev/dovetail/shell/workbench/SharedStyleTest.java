package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.Callback;
import dev.dovetail.shell.fixture.NodeView;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No feature styles the whole window: what it changes there is as it was before it is seen, and it is told whose it was. */
class SharedStyleTest {

    private static final String HOSTILE = NodeView.sheet("* { -fx-opacity: 0.37; }");

    /** Ways to style the whole window. */
    private enum Way {
        APPLICATION,
        NO_THEME,
        SCENE,
        SHELL_SHEET_GONE,
        SCENE_USER_AGENT,
        ROOT_SHEETS,
        ROOT_STYLE,
        DECK,
        WORKSPACE_STYLE;

        void go(Scene scene) {
            switch (this) {
                case APPLICATION -> Application.setUserAgentStylesheet(HOSTILE);
                case NO_THEME -> Application.setUserAgentStylesheet(null);
                case SCENE -> scene.getStylesheets().add(HOSTILE);
                case SHELL_SHEET_GONE -> scene.getStylesheets().clear();
                case SCENE_USER_AGENT -> scene.setUserAgentStylesheet(HOSTILE);
                case ROOT_SHEETS -> scene.getRoot().getStylesheets().add(HOSTILE);
                case ROOT_STYLE -> scene.getRoot().setStyle("-fx-opacity: 0.37; -color-bg-default: red;");
                case DECK -> ((Parent) scene.lookup(".deck")).getStylesheets().add(HOSTILE);
                case WORKSPACE_STYLE -> scene.lookup(".workspace").setStyle("-fx-opacity: 0.37;");
            }
        }
    }

    private final Path directory;

    SharedStyleTest(@TempDir Path directory) {
        this.directory = directory;
    }

    static Stream<Arguments> waysAndCallbacks() {
        List<Callback> all = List.of(
                Callback.OPEN,
                Callback.RESTORED,
                Callback.EVENT,
                Callback.CELL,
                Callback.TIMELINE,
                Callback.RUN_LATER,
                Callback.POPUP,
                Callback.COMMAND);
        return Stream.concat(
                all.stream().map(where -> Arguments.of(Way.APPLICATION, where)),
                Stream.of(Way.values()).filter(way -> way != Way.APPLICATION).flatMap(way -> Stream.of(
                                Callback.EVENT, Callback.TIMELINE)
                        .map(where -> Arguments.of(way, where))));
    }

    @ParameterizedTest
    @MethodSource("waysAndCallbacks")
    void whatAFeatureDoesToTheWholeWindowIsUndoneAndPutDownToIt(Way way, Callback where) throws Exception {
        try (FaultyScene scene = new FaultyScene(directory, where, () -> way.go(shellsScene()))) {
            Look before = Look.of(scene);

            scene.provoke();

            ShellFixture.until(
                    "its name", () -> scene.log.heard("Faulty 1.0.0 threw when it styled what is not its own"));
            assertThat(Look.of(scene)).isEqualTo(before);
            ShellFixture.until("the look", () -> !opacities(scene).contains(0.37));
            ShellFixture.until("a note", () -> scene.shell.toasts().stream()
                    .anyMatch(text -> text.startsWith("Faulty had a problem: It changed the ")));
        }
    }

    /** Between the deed and its end nothing is painted: what frames are made of is as the shell set it. */
    @Test
    void noFrameShowsIt() throws Exception {
        try (FaultyScene scene = new FaultyScene(directory, Callback.EVENT, () -> Way.APPLICATION.go(shellsScene()))) {
            Queue<String> painted = new ConcurrentLinkedQueue<>();
            String theme = ShellFixture.fx(Application::getUserAgentStylesheet);
            scene.shell.show("faulty.main");
            ShellFixture.run(() -> scene.shell
                    .scene()
                    .addPostLayoutPulseListener(() -> painted.add("" + Application.getUserAgentStylesheet())));

            scene.provoke();

            ShellFixture.until("its name", () -> scene.log.heard("styled what is not its own"));
            ShellFixture.until("a frame", () -> !painted.isEmpty());
            assertThat(painted).containsOnly(theme);
        }
    }

    @Test
    void whoeverDoesItAgainAndAgainHasAPanelInItsPlace() throws Exception {
        try (FaultyScene scene = new FaultyScene(directory, Callback.EVENT, () -> Way.SCENE.go(shellsScene()))) {
            for (int n = 1; n <= 3; n++) {
                int times = n;
                scene.provoke();
                ShellFixture.until(
                        "fault " + n,
                        () -> scene.log.all().stream()
                                        .filter(line -> line.contains("styled what is not its own"))
                                        .count()
                                == times);
            }

            ShellFixture.until("the panel", () -> scene.shell.texts(".error-message").stream()
                    .anyMatch(text -> text.contains("It failed 3 times in a row, last when it styled")));
        }
    }

    @Test
    void theThemeStillChangesWhileFeaturesAreGuarded() throws Exception {
        try (FaultyScene scene = new FaultyScene(directory, Callback.COMPONENT, () -> {})) {
            scene.shell.show("faulty.main");
            String before = ShellFixture.fx(Application::getUserAgentStylesheet);

            scene.shell.fire("#theme-toggle");
            ShellFixture.until("a frame", () -> scene.shell.has(".shell:dark"));
            ShellFixture.run(() -> scene.shell.scene().snapshot(null));

            assertThat(ShellFixture.fx(Application::getUserAgentStylesheet)).isNotEqualTo(before);
            assertThat(scene.log.heard("styled")).isFalse();
        }
    }

    private static Scene shellsScene() {
        return Window.getWindows().stream()
                .filter(window ->
                        window instanceof Stage stage && stage.getTitle().equals("Dovetail"))
                .map(Window::getScene)
                .findFirst()
                .orElseThrow();
    }

    private static List<Double> opacities(FaultyScene scene) {
        return scene.shell.all("*").stream().map(Node::getOpacity).toList();
    }

    /** What styles the window. */
    private record Look(
            String application, List<String> scene, String userAgent, List<String> root, String style, String below) {

        static Look of(FaultyScene of) {
            Scene scene = of.shell.scene();
            return ShellFixture.fx(() -> new Look(
                    Application.getUserAgentStylesheet(),
                    List.copyOf(scene.getStylesheets()),
                    "" + scene.getUserAgentStylesheet(),
                    List.copyOf(scene.getRoot().getStylesheets()),
                    scene.getRoot().getStyle(),
                    scene.lookup(".workspace").getStyle() + ((Parent) scene.lookup(".deck")).getStylesheets()));
        }
    }
}
