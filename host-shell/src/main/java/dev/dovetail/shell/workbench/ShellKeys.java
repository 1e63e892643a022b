package dev.dovetail.shell.workbench;

import dev.dovetail.shell.tabs.Workspace;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** The shell's keys: Ctrl+K palette, Ctrl+W close, Ctrl+Tab and Ctrl+Shift+Tab next and previous tab. */
final class ShellKeys {

    private final PaletteDoor palette;
    private final Workspace workspace;

    private ShellKeys(PaletteDoor palette, Workspace workspace) {
        this.palette = palette;
        this.workspace = workspace;
    }

    // A filter, because controls such as text areas take Ctrl+Tab for themselves.
    static void bind(Scene scene, PaletteDoor palette, Workspace workspace) {
        ShellKeys keys = new ShellKeys(palette, workspace);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
    }

    private void pressed(KeyEvent event) {
        if (event.isShortcutDown() && !event.isAltDown() && took(event)) {
            event.consume();
        }
    }

    private boolean took(KeyEvent event) {
        switch (event.getCode()) {
            case K -> palette.toggle();
            case W -> ifFree(workspace::closeSelected);
            case TAB -> ifFree(() -> workspace.selectNext(event.isShiftDown() ? -1 : 1));
            case PAGE_DOWN -> ifFree(() -> workspace.selectNext(1));
            case PAGE_UP -> ifFree(() -> workspace.selectNext(-1));
            default -> {
                return false;
            }
        }
        return true;
    }

    private void ifFree(Runnable deed) {
        if (!palette.isOpen()) {
            deed.run();
        }
    }
}
