package dev.dovetail.shell.toasts;

import dev.dovetail.api.Notice;
import dev.dovetail.api.Notice.Level;
import java.util.ArrayList;
import java.util.List;

/**
 * A message, and what can be done about it.
 *
 * @param notice what is said
 * @param actions the buttons
 */
public record Toast(Notice notice, List<Action> actions) {

    /** Copies the list. */
    public Toast {
        actions = List.copyOf(actions);
    }

    /**
     * A button.
     *
     * @param label what is on it
     * @param run what it does
     */
    public record Action(String label, Runnable run) {}

    /**
     * @param level how much it matters
     * @param text what is said
     * @return a toast without a button
     */
    public static Toast of(Level level, String text) {
        return new Toast(new Notice(level, text), List.of());
    }

    /**
     * @param label what is on the button
     * @param run what it does
     * @return this toast with one more button
     */
    public Toast with(String label, Runnable run) {
        List<Action> more = new ArrayList<>(actions);
        more.add(new Action(label, run));
        return new Toast(notice, more);
    }
}
