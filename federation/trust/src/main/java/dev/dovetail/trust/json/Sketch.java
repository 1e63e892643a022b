package dev.dovetail.trust.json;

/** A JSON value in a few words, for messages. */
final class Sketch {

    private static final int LONGEST = 60;

    private Sketch() {}

    static String of(Json value) {
        if (value instanceof Json.Text text) {
            return "\"" + shortened(text.value()) + "\"";
        }
        if (value instanceof Json.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (value instanceof Json.Flag flag) {
            return String.valueOf(flag.value());
        }
        if (value instanceof JsonObject) {
            return "an object";
        }
        return value instanceof JsonArray ? "a list" : "null";
    }

    /** What a stranger wrote goes to a terminal: no control characters, and not much of it. */
    static String shortened(String text) {
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
        StringBuilder visible = new StringBuilder(head.length());
        head.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(visible::appendCodePoint);
        return visible.toString();
    }
}
