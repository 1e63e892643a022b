package dev.dovetail.shell.workbench;

import dev.dovetail.shell.palette.Palette;
import dev.dovetail.shell.tabs.Workspace;
import javafx.scene.Scene;
import javafx.scene.input.KeyEvent;

/** The shell's keys: Ctrl+K palette, Ctrl+W close, Ctrl+Tab and Ctrl+Shift+Tab next and previous tab. */
final class ShellKeys {

    private final Palette palette;
    private final Workspace workspace;

    private ShellKeys(Palette palette, Workspace workspace) {
        this.palette = palette;
        this.workspace = workspace;
    }

    // A filter, because controls such as text areas take Ctrl+Tab for themselves.
    static void bind(Scene scene, Palette palette, Workspace workspace) {
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
            case K -> togglePalette();
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

    private void togglePalette() {
        if (palette.isVisible()) {
            palette.close();
        } else {
            palette.open();
        }
    }

    private void ifFree(Runnable deed) {
        if (!palette.isVisible()) {
            deed.run();
        }
    }
}
