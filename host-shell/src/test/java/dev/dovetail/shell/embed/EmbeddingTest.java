package dev.dovetail.shell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.api.Embedded;
import dev.dovetail.api.Embedding;
import dev.dovetail.api.Values;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.Progress;
import dev.dovetail.shell.fixture.HostView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {

    private final EmbedScene scene;
    private final ShellFixture shell;

    EmbeddingTest(@TempDir Path directory) {
        scene = new EmbedScene(directory);
        shell = scene.shell;
    }

    @BeforeEach
    void start() {
        assertThat(scene.notes).isEmpty();
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aViewOfAFeatureThatIsNotThereIsFetchedWithProgressInItsPlace() throws Exception {
        shell.start();
        shell.show("board.main");
        scene.settled();
        shell.fire("#tab-board-main .tab-close");
        shell.federation.remove("notes").toCompletableFuture().join();

        shell.federation.pauseAt(new Progress(Progress.Phase.FETCHING, 1, 2, 512, 1024));
        var shown = shell.workbench().show("board.main");
        ShellFixture.until("the request", () -> shell.federation.followers() > 0);
        shell.federation.resume();
        shown.toCompletableFuture().join();
        scene.settled();

        assertThat(scene.isShown(scene.note())).isTrue();
        assertThat(scene.note().calls).containsExactly("open", "restored laid out");
    }

    @Test
    void progressIsShownWhileTheFeatureIsFetched() throws Exception {
        shell.start();
        shell.show("board.main");
        scene.settled();
        shell.federation.remove("notes").toCompletableFuture().join();
        shell.federation.pauseAt(new Progress(Progress.Phase.FETCHING, 1, 2, 512, 1024));
        EmbedScene.awaitPanel(shell);
        shell.fire(".embed-again");
        ShellFixture.until(
                "progress",
                () -> shell.has(".embed-slot .progress-placeholder")
                        && shell.texts(".placeholder-detail").stream().anyMatch(text -> text.contains("1")));
        shell.federation.resume();
        scene.settled();
        assertThat(scene.isShown(scene.note())).isTrue();
    }

    @Test
    void parametersGoInAndEventsComeOut() throws Exception {
        scene.board =
                active -> HostView.with(wish -> wish.with(Values.of(Map.of("table", "co2", "rows", 3))), "notes.main");
        scene.open();
        assertThat(scene.note().context().parameters().integer("rows")).contains(3L);

        scene.note().context().emit("selection", Values.of(Map.of("row", 7)));
        ShellFixture.until("the event", () -> !scene.lastBoard().heard.isEmpty());
        assertThat(scene.lastBoard().heard).containsExactly("selection {row=7}");

        Embedded place = scene.lastBoard().places.get(0);
        ShellFixture.run(() -> place.parameters(Values.of(Map.of("table", "elements"))));
        ShellFixture.run(() -> place.parameters(Values.of(Map.of("table", "elements"))));
        assertThat(scene.note().calls).endsWith("restored laid out", "parameters {table=elements}");
        assertThat(scene.note().context().parameters().text("table")).contains("elements");
    }

    @Test
    void whatTheOtherViewThrowsDoesNotReachTheEmbeddingOne() throws Exception {
        scene.trap = Trap.PARAMETERS;
        scene.open();
        Embedded place = scene.lastBoard().places.get(0);
        ShellFixture.run(() -> place.parameters(Values.of(Map.of("table", "elements"))));
        ShellFixture.until(
                "a word of it", () -> shell.toasts().stream().anyMatch(text -> text.startsWith("NOTES had a problem")));
        assertThat(shell.federation.told()).anyMatch(told -> told.startsWith("failed notes 1.0.0"));
        assertThat(scene.isShown(scene.note())).isTrue();
    }

    @Test
    void aListenerThatThrowsIsTheEmbeddingFeaturesFault() throws Exception {
        scene.board = active -> new HostView(List.of(), () -> {});
        scene.open();
        ShellFixture.run(() -> scene.lastBoard()
                .context()
                .embed(Embedding.of("notes.main").onEvent((event, values) -> {
                    throw new IllegalStateException("not understood");
                })));
        ShellFixture.until(
                "it is open", () -> !scene.notes.isEmpty() && scene.note().calls.contains("open"));
        ShellFixture.run(() -> scene.note().context().emit("x", Values.EMPTY));
        ShellFixture.until("a word of it", () -> shell.toasts().contains("BOARD had a problem: not understood"));
    }

    @Test
    void aViewThatCannotBeOpenedLeavesAPanelThatSaysWhyAndCanRetry() throws Exception {
        scene.trap = Trap.OPEN;
        scene.open();
        EmbedScene.awaitPanel(shell);
        assertThat(shell.texts(".embed-title")).containsExactly("NOTES could not be opened");
        assertThat(shell.texts(".embed-message")).containsExactly("The note could not be shown: its file is locked.");
        assertThat(shell.has("#view-board-main .error-panel")).isFalse();
        scene.leases(1);

        scene.trap = Trap.NOWHERE;
        EmbedScene.awaitPanel(shell);
        shell.fire(".embed-again");
        scene.settled();
        ShellFixture.until("the note", () -> scene.isShown(scene.note()));
        assertThat(shell.has(".embed-panel")).isFalse();
    }

    @Test
    void aFeatureThatCannotBeFetchedLeavesTheCallersFallbackAndARetry() throws Exception {
        scene.board = active -> HostView.with(wish -> wish.orElse(why -> new Label("instead: " + why)), "notes.main");
        shell.federation.refuse("notes", "DT-FETCH-001", "The repository did not answer.", "Try again later.");
        scene.open();
        assertThat(shell.texts(".embed-slot .label"))
                .contains("instead: The repository did not answer. Try again later.");
        assertThat(shell.has(".embed-panel")).isFalse();

        shell.federation.allow("notes");
        ShellFixture.until("a way to try again", () -> shell.has(".embed-again"));
        shell.fire(".embed-again");
        scene.settled();
        ShellFixture.until("the note", () -> !scene.notes.isEmpty() && scene.isShown(scene.note()));
    }

    @Test
    void aFallbackThatThrowsIsReplacedByTheShellsOwnPanel() throws Exception {
        scene.board = active -> HostView.with(
                wish -> wish.orElse(why -> {
                    throw new IllegalStateException("no fallback either");
                }),
                "notes.main");
        scene.trap = Trap.OPEN;
        scene.open();
        EmbedScene.awaitPanel(shell);
        assertThat(shell.toasts()).contains("BOARD had a problem: no fallback either");
    }

    @Test
    void aViewThatNobodyOffersIsTriedAgainWhenSomebodyDoes() throws Exception {
        scene.board = active -> HostView.of("maps.main");
        shell.services.view("maps.main", active -> HostView.of());
        scene.open();
        EmbedScene.awaitPanel(shell);
        assertThat(shell.texts(".embed-title")).containsExactly("maps.main is not here");
        assertThat(shell.texts(".embed-message").get(0)).startsWith("No feature offers the view maps.main.");

        shell.federation.offer(EmbedScene.feature("maps", new Installed("1.0.0")));
        ShellFixture.until("maps", () -> !shell.has(".embed-panel") && !shell.has(".progress-placeholder"));
    }

    @Test
    void aRemovedFeatureLeavesAPanelThatInstallsItAgain() throws Exception {
        scene.open();
        scene.type("precious");
        shell.federation.remove("notes").toCompletableFuture().join();
        assertThat(scene.note().calls).endsWith("close");
        EmbedScene.awaitPanel(shell);
        assertThat(shell.texts(".embed-title")).containsExactly("NOTES was removed");
        assertThat(shell.texts(".embed-again")).containsExactly("Install again");
        assertThat(shell.has("#tab-board-main")).isTrue();
        scene.leases(1);

        EmbedScene.awaitPanel(shell);
        shell.fire(".embed-again");
        ShellFixture.until("a second note", () -> scene.notes.size() == 2 && scene.isShown(scene.note()));
        assertThat(scene.text(scene.note())).isEqualTo("precious");
    }

    @Test
    void closingTheEmbeddingViewClosesWhatIsWithin() throws Exception {
        scene.open();
        shell.fire("#tab-board-main .tab-close");
        assertThat(scene.note().calls).endsWith("close");
        scene.leases(0);
        scene.note().context().emit("late", Values.EMPTY);
        assertThatThrownBy(
                        () -> ShellFixture.fx(() -> scene.lastBoard().context().embed("notes.main", Values.EMPTY)))
                .hasRootCauseMessage("Expected an open view of BOARD to embed notes.main, but it was closed.");
        assertThat(scene.lastBoard().heard).isEmpty();
    }

    @Test
    void aPlaceThatIsClosedIsGoneAndHarmless() throws Exception {
        scene.open();
        scene.type("last words");
        Embedded place = scene.lastBoard().places.get(0);
        ShellFixture.run(place::close);
        scene.leases(1);
        assertThat(shell.has(".embed-slot")).isFalse();
        ShellFixture.run(() -> place.parameters(Values.of(Map.of("a", "b"))));
        ShellFixture.run(place::close);
        assertThat(ShellFixture.fx(place::save).text("text")).contains("last words");
    }

    @Test
    void aViewWithinItselfIsRefusedWithTheWholeWay() throws Exception {
        shell.federation.offer(EmbedScene.feature("a", new Installed("1.0.0")));
        shell.services.view("a.main", active -> HostView.of("board.main"));
        scene.board = active -> HostView.of("a.main");
        scene.open();
        ShellFixture.until("the refusal", () -> shell.has(".embed-panel"));
        assertThat(shell.texts(".embed-message"))
                .containsExactly("A view can't be within itself: board.main embeds a.main embeds board.main.");
        assertThat(shell.has(".embed-again")).isFalse();
    }

    @Test
    void aViewDeeperThanFourIsRefused() throws Exception {
        for (String[] pair : new String[][] {{"a", "b"}, {"b", "c"}, {"c", "d"}, {"d", "e"}}) {
            shell.federation.offer(EmbedScene.feature(pair[0], new Installed("1.0.0")));
            shell.services.view(pair[0] + ".main", active -> HostView.of(pair[1] + ".main"));
        }
        scene.board = active -> HostView.of("a.main");
        scene.open();
        ShellFixture.until("the refusal", () -> shell.has(".embed-panel"));
        assertThat(shell.texts(".embed-message").get(0)).startsWith("Views can be at most 4 deep");
        assertThat(shell.texts(".embed-message").get(0)).contains("c.main embeds d.main");
    }

    @Test
    void moreThanSixtyFourPlacesAreRefused() throws Exception {
        scene.board = active -> new HostView(List.of(), () -> {});
        scene.open();
        assertThatThrownBy(() -> ShellFixture.run(() -> {
                    for (int n = 0; n <= EmbeddedViews.MOST; n++) {
                        scene.lastBoard()
                                .context()
                                .embed(Embedding.of("nobody.view").named("n" + n));
                    }
                }))
                .hasRootCauseMessage("Expected at most 64 views within one of BOARD.");
    }

    @Test
    void embeddingIsForTheJavaFxThread() throws Exception {
        scene.open();
        assertThatThrownBy(() -> scene.lastBoard().context().embed("notes.main", Values.EMPTY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("on the JavaFX application thread");
    }

    @Test
    void anEmbeddedViewDoesNotTakeTheKeyboardWhenItIsOpened() throws Exception {
        scene.board = active -> HostView.with(
                wish -> wish.remembering(
                        dev.dovetail.api.Memento.of("text", "x").with("caret", 1)),
                "notes.main");
        scene.open();
        assertThat(ShellFixture.fx(() -> scene.note().text.isFocused())).isFalse();
    }
}
