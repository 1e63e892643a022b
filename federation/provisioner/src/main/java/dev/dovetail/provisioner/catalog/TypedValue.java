package dev.dovetail.provisioner.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * An attribute's value as an index spells it (Compendium 132.5.6): a type, and a text of that type.
 *
 * @param type {@code String}, {@code Version}, {@code Long}, {@code Double}, {@code List} or {@code List<…>} of one of them
 * @param text the value; the members of a list are separated by commas
 */
record TypedValue(String type, String text) {

    /**
     * Reads the text as what its type says.
     *
     * @return a String, Version, Long, Double or a List of them
     * @throws IllegalArgumentException when there is no such type, or the text is not of it
     */
    Object parse() {
        if (type.equals("List")) {
            return list("String");
        }
        if (type.startsWith("List<") && type.endsWith(">")) {
            return list(type.substring(5, type.length() - 1).trim());
        }
        return scalar(type, text);
    }

    private List<Object> list(String member) {
        return members().stream().map(text -> scalar(member, text)).toList();
    }

    private static Object scalar(String type, String text) {
        try {
            return switch (type) {
                case "String" -> text;
                case "Version" -> Version.parseVersion(text.trim());
                case "Long" -> Long.valueOf(text.trim());
                case "Double" -> Double.valueOf(text.trim());
                default ->
                    throw new IllegalArgumentException(
                            "expected the type String, Version, Long, Double or a List of them, found " + type);
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("expected a " + type + ", found \"" + text + "\"", e);
        }
    }

    private List<String> members() {
        var members = new ArrayList<String>();
        if (text.isEmpty()) {
            return members;
        }
        var member = new StringBuilder();
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                member.append(text.charAt(++i));
            } else if (c == ',') {
                members.add(member.toString());
                member.setLength(0);
            } else {
                member.append(c);
            }
        }
        members.add(member.toString());
        return members;
    }

    /** Spells a value so that {@link #parse} gives it back. */
    static TypedValue of(Object value) {
        if (value instanceof List<?> list) {
            var member = list.isEmpty() ? "String" : name(list.get(0));
            return new TypedValue(
                    "List<" + member + ">",
                    list.stream().map(TypedValue::escaped).collect(Collectors.joining(",")));
        }
        return new TypedValue(name(value), value.toString());
    }

    private static String name(Object value) {
        if (value instanceof String || value instanceof Version || value instanceof Long || value instanceof Double) {
            return value.getClass().getSimpleName();
        }
        throw new IllegalArgumentException("Expected a String, Version, Long or Double, found "
                + value.getClass().getName() + ": " + value);
    }

    private static String escaped(Object value) {
        return value.toString().replace("\\", "\\\\").replace(",", "\\,");
    }
}
