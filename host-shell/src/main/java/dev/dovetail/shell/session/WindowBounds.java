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
public record WindowBounds(double x, double y, double width, double height, boolean maximized) {

    /**
     * The screen may be a smaller one than when the window was left.
     *
     * @param left the screen's left edge
     * @param top its upper edge
     * @param wide its width
     * @param high its height
     * @return the window as large as it was, where it fits, and wholly on the screen
     */
    public WindowBounds on(double left, double top, double wide, double high) {
        double fittingWidth = Math.min(width, wide);
        double fittingHeight = Math.min(height, high);
        return new WindowBounds(
                Math.max(left, Math.min(x, left + wide - fittingWidth)),
                Math.max(top, Math.min(y, top + high - fittingHeight)),
                fittingWidth,
                fittingHeight,
                maximized);
    }
}
