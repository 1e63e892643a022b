package dev.dovetail.launcher.preflight;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for one font: JavaFX draws no text at all where there is none, not even in the fonts that Dovetail brings. */
record Fonts(Root root, Map<String, String> environment) {

    private static final int DEEPEST = 6;

    boolean any() {
        return anyBelow(usualFolders()) || anyBelow(configuredFolders());
    }

    private List<String> usualFolders() {
        String home = environment.getOrDefault("HOME", "/root");
        List<String> folders =
                new ArrayList<>(List.of("/usr/share/fonts", "/usr/local/share/fonts", "/usr/share/X11/fonts"));
        folders.add(environment.getOrDefault("XDG_DATA_HOME", home + "/.local/share") + "/fonts");
        folders.add(home + "/.fonts");
        return folders;
    }

    /** What fontconfig is told to search: {@code <dir>/some/folder</dir>}. */
    private List<String> configuredFolders() {
        String configuration = root.read(environment.getOrDefault("FONTCONFIG_FILE", "/etc/fonts/fonts.conf"));
        List<String> folders = new ArrayList<>();
        for (int at = configuration.indexOf("<dir"); at >= 0; at = configuration.indexOf("<dir", at + 1)) {
            int from = configuration.indexOf('>', at) + 1;
            int end = configuration.indexOf("</dir>", from);
            if (from > 0 && end > from && configuration.charAt(from) == '/') {
                folders.add(configuration.substring(from, end));
            }
        }
        return folders;
    }

    private boolean anyBelow(List<String> folders) {
        for (String folder : folders) {
            if (anyBelow(folder, DEEPEST)) {
                return true;
            }
        }
        return false;
    }

    private boolean anyBelow(String folder, int deeper) {
        for (String entry : root.list(folder)) {
            if (isFont(entry) || (deeper > 0 && root.isFolder(entry) && anyBelow(entry, deeper - 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFont(String name) {
        return name.endsWith(".ttf") || name.endsWith(".otf") || name.endsWith(".ttc");
    }
}
