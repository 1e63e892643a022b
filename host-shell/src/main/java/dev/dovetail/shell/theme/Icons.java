package dev.dovetail.shell.theme;

import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Feather icons by the names that features declare. */
public final class Icons {

    private Icons() {}

    /**
     * @param name a Feather icon, such as {@code bar-chart-2}
     * @return the icon, or a box when there is none of that name
     */
    public static FontIcon of(String name) {
        FontIcon icon = new FontIcon(named(name));
        icon.setMouseTransparent(true);
        return icon;
    }

    private static Feather named(String name) {
        try {
            return Feather.findByDescription("fth-" + name);
        } catch (IllegalArgumentException unknown) {
            return Feather.BOX;
        }
    }
}
