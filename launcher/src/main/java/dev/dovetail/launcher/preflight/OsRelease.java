package dev.dovetail.launcher.preflight;

import java.util.List;

/** Reads {@code os-release(5)}: lines of {@code NAME=value}, the value in quotes or not. */
final class OsRelease {

    private final String content;

    OsRelease(String content) {
        this.content = content;
    }

    Distribution distribution() {
        String like = value("ID_LIKE");
        return new Distribution(
                value("ID"), like.isEmpty() ? List.of() : List.of(like.split(" ", -1)), value("VERSION_ID"));
    }

    private String value(String name) {
        String line = "\n" + name + "=";
        int start = ("\n" + content).indexOf(line);
        if (start < 0) {
            return "";
        }
        int from = start + line.length() - 1;
        int end = content.indexOf('\n', from);
        return unquoted(
                content.substring(from, end < 0 ? content.length() : end).trim());
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() >= 2 && (value.startsWith("\"") || value.startsWith("'"));
        return quoted ? value.substring(1, value.length() - 1) : value;
    }
}
