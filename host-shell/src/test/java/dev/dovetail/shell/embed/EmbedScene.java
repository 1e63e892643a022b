package dev.dovetail.shell.embed;

import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.shell.fixture.HostView;
import dev.dovetail.shell.fixture.MemoryFederation;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** A window with a feature {@code board}, whose view embeds that of {@code notes}. */
final class EmbedScene implements AutoCloseable {

    final ShellFixture shell;
    final List<NoteView> notes = new CopyOnWriteArrayList<>();
    final List<HostView> boards = new CopyOnWriteArrayList<>();
    volatile Trap trap = Trap.NOWHERE;
    volatile Function<Active, HostView> board = active -> HostView.of("notes.main");

    EmbedScene(Path directory) {
        shell = new ShellFixture(directory);
        shell.federation.offer(feature("board", new Installed("1.0.0")), feature("notes", new Available("1.0.0")));
        shell.services.view("board.main", active -> board(board.apply(active)));
        shell.services.view("notes.main", active -> {
            NoteView note = ShellFixture.fx(() -> new NoteView(active.version(), trap));
            notes.add(note);
            return note;
        });
    }

    static FeatureStatus feature(String id, FeatureStatus.State state) {
        return MemoryFederation.feature(id, id.toUpperCase(java.util.Locale.ROOT), "box", "", "", state);
    }

    private FeatureView board(HostView made) {
        boards.add(made);
        return made;
    }

    /** Opens the board, and waits until what it embeds is there, or isn't going to be. */
    EmbedScene open() throws Exception {
        shell.start();
        shell.show("board.main");
        settled();
        return this;
    }

    void settled() {
        ShellFixture.until("the place to settle", () -> !shell.has(".embed-slot .progress-placeholder"));
    }

    /** A panel shows its text one pulse after it came: what is within a scroll pane is laid out first. */
    static void awaitPanel(ShellFixture shell) {
        ShellFixture.until("a panel", () -> shell.has(".embed-message"));
    }

    Active active(String featureId) {
        return shell.federation.active(featureId).orElseThrow();
    }

    Active next(String featureId, String version) {
        return new Active(featureId, version, active(featureId).bundleId() + 1000);
    }

    NoteView note() {
        return notes.get(notes.size() - 1);
    }

    HostView lastBoard() {
        return boards.get(boards.size() - 1);
    }

    String text(NoteView note) {
        return ShellFixture.fx(() -> note.text.getText());
    }

    boolean isShown(NoteView note) {
        return ShellFixture.fx(() -> note.text.getScene() != null);
    }

    void type(String text) {
        NoteView note = note();
        ShellFixture.run(() -> note.text.setText(text));
    }

    void leases(int expected) {
        ShellFixture.until(expected + " instances", () -> shell.services.leased() == expected);
    }

    @Override
    public void close() {
        shell.close();
    }
}
