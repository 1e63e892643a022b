package dev.dovetail.shell.session;

/**
 * Where the window was.
 *
 * @param x left edge on the screen
 * @param y upper edge on the screen
 * @param width its width
 * @param height its height
 * @param maximized whether it filled the screen
 */
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {}
