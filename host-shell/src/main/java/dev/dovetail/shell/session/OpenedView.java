package dev.dovetail.shell.session;

import dev.dovetail.api.Memento;

/**
 * A view that was open.
 *
 * @param viewId its name
 * @param memento its last known state
 */
public record OpenedView(String viewId, Memento memento) {}
