package dev.dovetail.shell.palette;

/**
 * Something that the palette can do.
 *
 * @param group under which head it stands
 * @param title what is matched and shown
 * @param note what is shown at its right, such as the feature's name
 * @param icon the name of a Feather icon
 * @param keys a keyboard shortcut, or empty
 * @param run does it
 */
public record PaletteEntry(Group group, String title, String note, String icon, String keys, Runnable run) {

    /** The heads, in their order. */
    public enum Group {
        /** Places to go. */
        VIEWS("VIEWS"),
        /** What features can do. */
        COMMANDS("COMMANDS"),
        /** What the shell can do. */
        SHELL("DOVETAIL");

        private final String title;

        Group(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
