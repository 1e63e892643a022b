package dev.dovetail.shell.guard;

/** In which of the calls into a feature something was thrown. */
public enum Kind {
    /** An event handler of its nodes. */
    EVENT("in an event handler"),
    /** Styling, measuring or laying out its nodes, with their skins and cells. */
    LAYOUT("while its view was styled and laid out"),
    /** A task or animation on the JavaFX application thread. */
    TASK("in a task on the window's thread"),
    /** A call of one of the interfaces that it implements. */
    CALL("when the window called it"),
    /** A change of what styles the whole window. */
    STYLE("when it styled what is not its own"),
    /** A thread that isn't JavaFX's. */
    BACKGROUND("in the background");

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** @return where it was, behind "it threw" */
    public String words() {
        return words;
    }
}
