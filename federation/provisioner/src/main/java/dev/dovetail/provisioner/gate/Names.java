package dev.dovetail.provisioner.gate;

import java.util.Locale;

/** The forms of names, and how to quote what does not have one. */
final class Names {

    private static final int QUOTED = 80;

    private Names() {}

    /** Letters, digits, {@code _ . -} and nothing that could be mistaken for them: what a bundle may be called. */
    static boolean isDotted(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(c -> isLetterOrDigit(c) || c == '_' || c == '.' || c == '-')
                && !name.startsWith(".")
                && !name.endsWith(".")
                && !name.contains("..");
    }

    static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    /** Whatever it was, on one line of plain ASCII, and not too long. */
    static String printable(String text) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && shown.length() < QUOTED; i++) {
            char c = text.charAt(i);
            shown.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04x", (int) c));
        }
        return shown.length() < QUOTED ? shown.toString() : shown.append("...").toString();
    }
}
