package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.REPOSITORY;

import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.shell.fixture.NoteView;
import dev.dovetail.shell.fixture.NoteView.Trap;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** A window with a feature {@code notes} 1.0.0, of which there is a 1.1.0, and its views A and B, which both versions have. */
final class NotesScene implements AutoCloseable {

    final ShellFixture shell;
    /** What was made, by view and version: {@code a 1.0.0}. */
    final Map<String, NoteView> made = new ConcurrentHashMap<>();
    /** Where what is made throws, by the same. */
    final Map<String, Trap> traps = new ConcurrentHashMap<>();

    NotesScene(Path directory) {
        shell = new ShellFixture(directory);
        shell.federation.offer(new FeatureStatus(
                "notes",
                "Notes",
                "",
                "edit-3",
                "",
                REPOSITORY,
                new Updatable("1.0.0", "1.1.0"),
                List.of(
                        new Contribution.View("notes.a", "A", "edit", 1),
                        new Contribution.View("notes.b", "B", "edit", 2))));
        shell.services.view("notes.a", active -> make("a", active));
        shell.services.view("notes.b@1.0.0", active -> make("b", active));
        shell.services.view("notes.b@1.1.0", active -> make("b", active));
    }

    /** A window whose view A is made by somebody else. */
    static NotesScene withA(Path directory, Function<Active, FeatureView> maker) {
        NotesScene scene = new NotesScene(directory);
        scene.shell.services.view("notes.a", maker);
        return scene;
    }

    NotesScene open(String... viewIds) throws Exception {
        shell.start();
        for (String viewId : viewIds) {
            shell.show(viewId);
        }
        return this;
    }

    private NoteView make(String name, Active active) {
        String key = name + " " + active.version();
        NoteView view = ShellFixture.fx(() -> new NoteView(active.version(), traps.getOrDefault(key, Trap.NOWHERE)));
        made.put(key, view);
        return view;
    }

    /** The version that runs. */
    Active old() {
        return shell.federation.active("notes").orElseThrow();
    }

    /** The version after it. */
    Active next() {
        return new Active("notes", "1.1.0", old().bundleId() + 1000);
    }

    NoteView view(String key) {
        NoteView view = made.get(key);
        if (view == null) {
            throw new AssertionError("not made: " + key);
        }
        return view;
    }

    String text(String key) {
        return ShellFixture.fx(() -> view(key).text.getText());
    }

    int caret(String key) {
        return ShellFixture.fx(() -> view(key).text.getCaretPosition());
    }

    boolean isFocused(String key) {
        return ShellFixture.fx(() -> view(key).text.isFocused());
    }

    boolean isShown(String key) {
        return ShellFixture.fx(() -> view(key).text.getScene() != null);
    }

    void type(String key, String text, int caret) {
        ShellFixture.run(() -> {
            view(key).text.setText(text);
            view(key).text.requestFocus();
            view(key).text.positionCaret(caret);
        });
    }

    @Override
    public void close() {
        shell.close();
    }
}
