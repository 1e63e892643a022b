package dev.dovetail.api;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Named simple values, which one feature's view gives another's: parameters on the way in, what an event tells on the way
 * out. Immutable, equal by content, and made of nothing but the JDK's own types, so that neither side ever holds on to a
 * class of the other.
 *
 * <p>A value is a text, a whole number ({@code long}), a number ({@code double}, finite), a truth ({@code boolean}), or a
 * list of those. A name has letters, digits, {@code .}, {@code _} and {@code -}, beginning with a letter. There are at most
 * {@value #MOST} names of at most {@value #LONGEST_NAME} characters, and {@value #LONGEST} characters in all, counting 8
 * for each number, truth and member of a list. More than that is refused with an {@link IllegalArgumentException}.
 *
 * <p>Readers answer with {@link Optional#empty()} for a value that is missing or of another form than asked for. A text
 * that reads as a number or truth is taken for one, since a route carries nothing but texts.
 */
public final class Values {

    /** The most names. */
    public static final int MOST = 64;

    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 64;

    /** The most characters in all. */
    public static final int LONGEST = 1 << 20;

    /** No values at all. */
    public static final Values EMPTY = new Values(Map.of());

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9._-]*");
    private static final long OTHER = 8;

    private final Map<String, Object> all;

    private Values(Map<String, Object> checked) {
        all = Collections.unmodifiableMap(checked);
    }

    /**
     * @param values names and values, copied; whole numbers of any of Java's types become {@code long}, the others
     *     {@code double}
     * @return these values
     * @throws IllegalArgumentException when one is not as described above; the message says which
     */
    public static Values of(Map<String, ?> values) {
        Map<String, Object> checked = new TreeMap<>();
        values.forEach((name, value) -> checked.put(named(name), simple(name, value)));
        require(checked.size() <= MOST, "at most " + MOST + " names", checked.size() + " names");
        long length = checked.entrySet().stream()
                .mapToLong(entry -> entry.getKey().length() + length(entry.getValue()))
                .sum();
        require(length <= LONGEST, "at most " + LONGEST + " characters in all", length + " characters");
        return new Values(checked);
    }

    /**
     * @param name the value's name
     * @param value a text, number, truth, or list of those
     * @return these values and that one, which replaces an earlier one of that name
     * @throws IllegalArgumentException when it is not as described above
     */
    public Values with(String name, Object value) {
        Map<String, Object> more = new TreeMap<>(all);
        more.put(name, value);
        return of(more);
    }

    private static String named(String name) {
        require(
                name.length() <= LONGEST_NAME && NAME.matcher(name).matches(),
                "a name of at most " + LONGEST_NAME + " letters, digits, ., _ and -, beginning with a letter",
                "\"" + name + "\"");
        return name;
    }

    private static Object simple(String name, Object value) {
        if (value instanceof List<?> list) {
            List<Object> members = new ArrayList<>();
            list.forEach(member -> members.add(single(name, member)));
            return List.copyOf(members);
        }
        return single(name, value);
    }

    private static Object single(String name, Object value) {
        Objects.requireNonNull(value, name);
        if (value instanceof String || value instanceof Boolean || value instanceof Long) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        require(
                value instanceof Double || value instanceof Float,
                "a text, number, truth or list of those as " + name,
                value.getClass().getName());
        double number = ((Number) value).doubleValue();
        require(Double.isFinite(number), "a finite number as " + name, String.valueOf(number));
        return number;
    }

    private static long length(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().mapToLong(member -> OTHER + length(member)).sum();
        }
        return value instanceof String text ? text.length() : OTHER;
    }

    private static void require(boolean held, String expected, String found) {
        if (!held) {
            throw new IllegalArgumentException("Expected " + expected + ", found " + found + ".");
        }
    }

    /**
     * @param name the value's name
     * @return it as a text: numbers and truths as {@link String#valueOf} writes them, no lists
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(all.get(name))
                .filter(value -> !(value instanceof List))
                .map(String::valueOf);
    }

    /**
     * @param name the value's name
     * @return it as a whole number, if it is or reads as one
     */
    public Optional<Long> integer(String name) {
        return parsed(name, Long::valueOf);
    }

    /**
     * @param name the value's name
     * @return it as a finite number, if it is or reads as one
     */
    public Optional<Double> number(String name) {
        return parsed(name, Double::valueOf).filter(Double::isFinite);
    }

    private <T> Optional<T> parsed(String name, Function<String, T> parser) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(parser.apply(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * @param name the value's name
     * @return it as {@code true} or {@code false}, if it is or reads as one of the two
     */
    public Optional<Boolean> flag(String name) {
        return text(name)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /**
     * @param name the value's name
     * @return a list's members as texts, a single value as a list of one, nothing when it is missing
     */
    public List<String> texts(String name) {
        Object value = all.get(name);
        if (value == null) {
            return List.of();
        }
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(value));
    }

    /** @return all values, sorted by name: {@code String}, {@code Long}, {@code Double}, {@code Boolean}, {@code List} */
    public Map<String, Object> all() {
        return all;
    }

    /** @return whether there is no value */
    public boolean isEmpty() {
        return all.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values values && all.equals(values.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }

    @Override
    public String toString() {
        return all.toString();
    }
}
