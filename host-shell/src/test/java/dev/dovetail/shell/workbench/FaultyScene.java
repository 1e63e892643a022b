package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;
import static dev.dovetail.shell.fixture.MemoryFederation.feature;

import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.FeatureView;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.shell.faulty.FaultyCommand;
import dev.dovetail.shell.faulty.FaultyView;
import dev.dovetail.shell.fixture.Callback;
import dev.dovetail.shell.fixture.LogSpy;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import dev.dovetail.shell.fixture.VersionLoader;
import dev.dovetail.shell.guard.Code;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;

/** A window with a feature that misbehaves in one callback, and with others that don't. */
final class FaultyScene implements AutoCloseable {

    final ShellFixture shell;
    final LogSpy log = new LogSpy();
    final List<FeatureView> made = new CopyOnWriteArrayList<>();
    private final List<NoteView> notes = new CopyOnWriteArrayList<>();
    private final Callback where;

    FaultyScene(Path directory, Callback where, Runnable misdeed) throws Exception {
        this.where = where;
        shell = new ShellFixture(directory);
        shell.federation.offer(
                new FeatureStatus(
                        "faulty",
                        "Faulty",
                        "",
                        "zap",
                        "",
                        REPOSITORY,
                        new Installed("1.0.0"),
                        List.of(
                                new Contribution.View("faulty.main", "Faulty", "zap", 100),
                                new Contribution.Command("faulty.do", "Misbehave", "zap"))),
                feature("notes", "Notes", "edit-3", "", "", new Updatable("1.0.0", "1.1.0")),
                feature("map", "Map", "map", "", "", new Available("2.0.0")));
        VersionLoader loader = new VersionLoader(FaultyView.class);
        shell.services.code("faulty", new Code(loader, "sha256:0123"));
        shell.services.view("faulty.main", active -> {
            if (where == Callback.COMPONENT) {
                misdeed.run();
            }
            FeatureView view = ShellFixture.fx(() -> (FeatureView) loader.make(FaultyView.class, where, misdeed));
            made.add(view);
            return view;
        });
        shell.services.command("faulty.do", (FeatureCommand) loader.make(FaultyCommand.class, misdeed));
        shell.services.view("notes.main", active -> {
            NoteView note = ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE));
            notes.add(note);
            return note;
        });
        shell.services.view("map.main", active -> ShellFixture.fx(() -> new NoteView(active.version(), Trap.NOWHERE)));
        shell.start();
    }

    /** Has the misdeed committed. Doesn't wait for it. */
    void provoke() throws InterruptedException {
        if (where == Callback.COMMAND) {
            palette("Misbehave");
            return;
        }
        var unused = shell.workbench().show("faulty.main");
        switch (where) {
            case COMPONENT, OPEN, OPEN_LAYOUT, RESTORED, SAVE, FALLBACK -> {}
            case CLOSE -> {
                awaitView();
                Platform.runLater(() -> shell.fire("#tab-faulty-main .tab-close"));
            }
            case PARAMETERS -> {
                awaitView();
                var unusedToo = shell.workbench().navigate("faulty/main?x=1");
            }
            case OBJECTION -> {
                awaitView();
                Thread asking = new Thread(() -> shell.workbench().objections("faulty"));
                asking.setDaemon(true);
                asking.start();
            }
            case EMBEDDED_EVENT -> {
                ShellFixture.until("the embedded view", () -> !notes.isEmpty() && shell.has(".embed-slot .text-area"));
                notes.get(0).context().emit("said", Values.EMPTY);
            }
            default -> {
                awaitView();
                Platform.runLater((Runnable) made.get(0));
            }
        }
    }

    /** Has the misdeed committed by what the view left behind. */
    void provokeOnceItIsClosed() throws Exception {
        shell.show("faulty.main");
        shell.fire("#tab-faulty-main .tab-close");
        ShellFixture.until("its end", () -> !shell.has("#tab-faulty-main"));
        Platform.runLater((Runnable) made.get(0));
    }

    private void awaitView() {
        ShellFixture.until("the faulty view", () -> !made.isEmpty() && shell.has("#view-faulty-main .view-host"));
    }

    private void palette(String text) {
        shell.fire("#command-field");
        TextField field = (TextField) shell.node("#palette-field");
        ShellFixture.run(() -> field.setText(text));
        Platform.runLater(() ->
                field.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false)));
    }

    /** What a person does: all of it must work, whatever another feature does meanwhile. */
    void goAbout() throws Exception {
        shell.show("notes.main");
        Node text = shell.node("#view-notes-main .text-area");
        ShellFixture.run(() -> ((TextArea) text).setText("still writing"));
        follows((Region) text);
        String before = shell.desktop.theme();
        shell.fire("#theme-toggle");
        ShellFixture.until("the other theme", () -> !shell.desktop.theme().equals(before));
        palette("Features");
        ShellFixture.until("the features", () -> shell.node("#features-page").isVisible());
        shell.fire("#feature-map-install");
        shell.node("#feature-map-open");
        shell.fire("#rail-map-main");
        shell.node("#view-map-main .text-area");
        shell.fire("#rail-features");
        shell.fire("#feature-notes-update");
        shell.node("#view-notes-main #note-1-1-0");
        ShellFixture.until("the text", () -> notes.stream().anyMatch(this::isUpdated));
        shell.fire("#tab-map-main .tab-close");
        ShellFixture.until("no map", () -> !shell.has("#tab-map-main"));
    }

    private boolean isUpdated(NoteView note) {
        return ShellFixture.fx(() -> note.text.getId().equals("note-1-1-0")
                && note.text.getScene() != null
                && note.text.getText().equals("still writing"));
    }

    /** The window is laid out, all the way down to what it shows. */
    private void follows(Region shown) {
        double width = ShellFixture.fx(shown::getWidth);
        ShellFixture.run(() -> shell.stage().setWidth(shell.stage().getWidth() - 120));
        ShellFixture.until("the view is narrower", () -> ShellFixture.fx(shown::getWidth) < width - 60);
    }

    /** Whether somebody who looks at the window or into the log reads whose fault it is. */
    boolean isNamed() {
        return log.heard("Faulty")
                || log.heard("faulty.main")
                || shell.toasts().stream().anyMatch(text -> text.contains("Faulty"));
    }

    @Override
    public void close() {
        shell.close();
        log.close();
    }
}
