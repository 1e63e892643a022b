package dev.dovetail.shell.embed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.api.Embedding;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.HandOverException;
import dev.dovetail.shell.fixture.HostView;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Label;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedHandOverTest {

    private final Path directory;
    private final EmbedScene scene;
    private final ShellFixture shell;

    EmbeddedHandOverTest(@TempDir Path directory) {
        this.directory = directory;
        scene = new EmbedScene(directory);
        shell = scene.shell;
    }

    @AfterEach
    void close() {
        scene.close();
    }

    private void update(String featureId) throws HandOverException {
        shell.workbench().handOver(scene.active(featureId), scene.next(featureId, "1.1.0"));
    }

    @Test
    void aNewVersionTakesThePlaceWithTheStateAndTheParameters() throws Exception {
        scene.board = active -> HostView.with(wish -> wish.with(Values.of(Map.of("table", "co2"))), "notes.main");
        scene.open();
        NoteView old = scene.note();
        scene.type("precious");
        update("notes");
        assertThat(scene.note()).isNotSameAs(old);
        assertThat(scene.text(scene.note())).isEqualTo("precious");
        assertThat(scene.note().calls).containsExactly("open", "restored laid out");
        assertThat(scene.note().context().parameters().text("table")).contains("co2");
        assertThat(old.calls).endsWith("close");
        assertThat(scene.isShown(old)).isFalse();
        assertThat(scene.boards).hasSize(1);
        scene.leases(2);

        scene.note().context().emit("hello", Values.EMPTY);
        ShellFixture.until("the event", () -> scene.lastBoard().heard.contains("hello {}"));
    }

    @Test
    void tabsAndPlacesOfAFeatureAreHandedOverTogetherOrNotAtAll() throws Exception {
        scene.open();
        shell.show("notes.main");
        NoteView within = scene.notes.get(0);
        NoteView tab = scene.notes.get(1);
        scene.trap = Trap.RESTORED;
        assertThatThrownBy(() -> update("notes"))
                .isInstanceOf(HandOverException.class)
                .hasMessageContaining("notes 1.0.0 stays open");
        assertThat(scene.isShown(within)).isTrue();
        assertThat(scene.isShown(tab)).isTrue();
        scene.leases(3);

        scene.trap = Trap.NOWHERE;
        update("notes");
        assertThat(scene.isShown(within)).isFalse();
        assertThat(scene.isShown(tab)).isFalse();
        assertThat(scene.notes.stream().filter(scene::isShown)).hasSize(2);
        scene.leases(3);
    }

    @Test
    void whatAViewEmbedsStaysOpenWhenTheViewIsUpdated() throws Exception {
        scene.open();
        scene.type("precious");
        HostView old = scene.lastBoard();
        scene.board = active -> HostView.with(wish -> wish.with(Values.of(Map.of("table", "co2"))), "notes.main");
        update("board");
        assertThat(scene.notes).hasSize(1);
        assertThat(scene.isShown(scene.note())).isTrue();
        assertThat(scene.text(scene.note())).isEqualTo("precious");
        assertThat(scene.note().calls).containsExactly("open", "restored laid out", "parameters {table=co2}");
        scene.leases(2);

        scene.note().context().emit("hello", Values.EMPTY);
        ShellFixture.until("the event", () -> scene.lastBoard().heard.contains("hello {}"));
        assertThat(old.heard).isEmpty();
        assertThat(shell.all(".embed-slot")).hasSize(1);
    }

    @Test
    void whatAViewEmbedsComesBackWhenTheNextVersionCannotBeOpened() throws Exception {
        scene.open();
        scene.type("precious");
        HostView old = scene.lastBoard();
        scene.board = active -> new HostView(List.of(Embedding.of("notes.main")), () -> {
            throw new IllegalStateException("the board is broken");
        });
        assertThatThrownBy(() -> update("board")).hasRootCauseMessage("the board is broken");
        assertThat(scene.notes).hasSize(1);
        assertThat(scene.isShown(scene.note())).isTrue();
        assertThat(scene.note().calls).doesNotContain("close");
        scene.note().context().emit("hello", Values.EMPTY);
        ShellFixture.until("the event", () -> old.heard.contains("hello {}"));
        scene.leases(2);

        scene.board = active -> HostView.of("notes.main");
        update("board");
        assertThat(scene.isShown(scene.note())).isTrue();
        assertThat(scene.text(scene.note())).isEqualTo("precious");
    }

    @Test
    void whatTheNextVersionNoLongerEmbedsIsClosed() throws Exception {
        scene.open();
        scene.board = active -> HostView.of();
        update("board");
        assertThat(scene.note().calls).endsWith("close");
        assertThat(shell.has(".embed-slot")).isFalse();
        scene.leases(1);
    }

    @Test
    void aViewThatEmbedsAnotherOfItsOwnFeatureIsHandedOverWhole() throws Exception {
        shell.services.view("board.side", active -> {
            NoteView side = ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE));
            scene.notes.add(side);
            return side;
        });
        shell.federation.offer(withTwoViews());
        scene.board = active -> HostView.of("board.side");
        scene.open();
        ShellFixture.until("the side", () -> !scene.notes.isEmpty() && scene.isShown(scene.note()));
        scene.type("precious");
        update("board");
        assertThat(scene.notes).hasSize(2);
        assertThat(scene.text(scene.note())).isEqualTo("precious");
        assertThat(scene.isShown(scene.note())).isTrue();
        assertThat(scene.notes.get(0).calls).endsWith("close");
        scene.leases(2);

        Active second = scene.next("board", "1.1.0");
        scene.board = active -> HostView.of();
        shell.workbench().handOver(second, new Active("board", "1.2.0", second.bundleId() + 1));
        assertThat(scene.notes.stream().filter(scene::isShown)).isEmpty();
        assertThat(scene.notes).allSatisfy(note -> assertThat(note.calls).endsWith("close"));
        scene.leases(1);
    }

    private static FeatureStatus withTwoViews() {
        var board = EmbedScene.feature("board", new Installed("1.0.0"));
        return new FeatureStatus(
                board.id(),
                board.title(),
                "",
                "box",
                "",
                board.repository(),
                board.state(),
                List.of(
                        new Contribution.View("board.main", "Board", "box", 1),
                        new Contribution.View("board.side", "Side", "box", 2)));
    }

    @Test
    void aViewThatTheNewVersionNoLongerHasLeavesAPanel() throws Exception {
        shell.services.view("notes.main@1.0.0", active -> {
            NoteView note = ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE));
            scene.notes.add(note);
            return note;
        });
        shell.services.forget("notes.main");
        scene.open();
        update("notes");
        EmbedScene.awaitPanel(shell);
        assertThat(shell.texts(".embed-message")).containsExactly("NOTES 1.1.0 no longer has NOTES.");
        assertThat(shell.has("#tab-board-main")).isTrue();
        assertThat(scene.note().calls).endsWith("close");
        scene.leases(1);
    }

    @Test
    void anEmbeddedViewIsAskedBeforeItsFeatureIsUpdated() throws Exception {
        scene.open();
        scene.note().objection = Optional.of("It is sending.");
        assertThat(shell.workbench().objections("notes")).containsExactly("It is sending.");
        assertThat(shell.workbench().objections("board")).isEmpty();
    }

    @Test
    void aFallbackIsMadeAnewByTheNextVersionOfTheEmbeddingView() throws Exception {
        scene.trap = Trap.OPEN;
        scene.board = active -> HostView.with(wish -> wish.orElse(why -> new Label(active.version())), "notes.main");
        scene.open();
        assertThat(shell.texts(".embed-slot .label")).contains("1.0.0");
        update("board");
        assertThat(shell.texts(".embed-slot .label")).contains("1.1.0").doesNotContain("1.0.0");
    }

    @Test
    void aRestoredBoardDownloadsNothingByItself() throws Exception {
        scene.open();
        scene.type("precious");
        shell.stop();
        EmbedScene second = new EmbedScene(directory);
        try {
            second.shell.start();
            ShellFixture.until("the board", () -> !second.boards.isEmpty());
            ShellFixture.until("the panel", () -> second.shell.has(".embed-panel"));
            assertThat(second.shell.texts(".embed-title")).containsExactly("NOTES is not here");
            assertThat(second.shell.texts(".embed-again")).containsExactly("Install");
            assertThat(second.notes).isEmpty();
            EmbedScene.awaitPanel(second.shell);
            second.shell.fire(".embed-again");
            ShellFixture.until("the note", () -> !second.notes.isEmpty() && second.isShown(second.note()));
            assertThat(second.text(second.note())).isEqualTo("precious");
        } finally {
            second.close();
        }
    }

    @Test
    void twentyUpdatesOfEitherSideLeaveNothingBehind() throws Exception {
        scene.open();
        scene.type("precious");
        Active notes = scene.active("notes");
        Active board = scene.active("board");
        for (int n = 1; n <= 20; n++) {
            Active nextNotes = new Active("notes", "1.0." + n, 10_000 + n);
            Active nextBoard = new Active("board", "1.0." + n, 20_000 + n);
            shell.workbench().handOver(notes, nextNotes);
            shell.workbench().handOver(board, nextBoard);
            notes = nextNotes;
            board = nextBoard;
        }
        assertThat(scene.text(scene.note())).isEqualTo("precious");
        assertThat(scene.notes.stream().filter(scene::isShown)).hasSize(1);
        assertThat(shell.all(".embed-slot")).hasSize(1);
        scene.leases(2);
    }
}
