package dev.dovetail.shell.toasts;

import dev.dovetail.api.Notice;
import dev.dovetail.api.Notice.Level;
import java.util.Optional;

/**
 * A message, and what can be done about it.
 *
 * @param notice what is said
 * @param action a button, or none
 */
public record Toast(Notice notice, Optional<Action> action) {

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
        return new Toast(new Notice(level, text), Optional.empty());
    }

    /**
     * @param label what is on the button
     * @param run what it does
     * @return this toast with a button
     */
    public Toast with(String label, Runnable run) {
        return new Toast(notice, Optional.of(new Action(label, run)));
    }
}
