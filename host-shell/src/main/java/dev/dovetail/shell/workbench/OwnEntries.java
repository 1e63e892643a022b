package dev.dovetail.shell.workbench;

import dev.dovetail.shell.palette.PaletteEntry;
import dev.dovetail.shell.palette.PaletteEntry.Group;
import dev.dovetail.shell.theme.Theme;
import java.util.List;

/**
 * What the palette offers of the shell's own.
 *
 * @param features shows all features
 * @param check asks the repositories
 * @param toggle changes the theme
 * @param history shows earlier states
 * @param close closes the tab in front
 */
record OwnEntries(Runnable features, Runnable check, Runnable toggle, Runnable history, Runnable close) {

    List<PaletteEntry> in(Theme theme) {
        return List.of(
                entry("Features", "Install, update, remove", "grid", "", features),
                entry("Check for updates", "", "refresh-cw", "", check),
                entry(
                        "Switch to the " + theme.other().title() + " theme",
                        "",
                        theme == Theme.LIGHT ? "moon" : "sun",
                        "",
                        toggle),
                entry("Go back to an earlier state…", "What was installed before", "rotate-ccw", "", history),
                entry("Close tab", "", "x", "Ctrl+W", close));
    }

    private static PaletteEntry entry(String title, String detail, String icon, String keys, Runnable run) {
        return new PaletteEntry(Group.SHELL, title, detail, icon, keys, run);
    }
}
