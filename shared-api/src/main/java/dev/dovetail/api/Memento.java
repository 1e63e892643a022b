package dev.dovetail.api;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The state of a view as named texts: immutable, equal by content, and made of nothing but strings, so that it outlives
 * the class loader of the version that wrote it and can be kept on disk.
 *
 * <p>Readers answer with {@link Optional#empty()} for a value that is missing or of another form than asked for: state
 * written by another version of a feature never makes the next one fail.
 */
public final class Memento {

    /** No state at all. */
    public static final Memento EMPTY = new Memento(Map.of());

    private final Map<String, String> values;

    private Memento(Map<String, String> values) {
        this.values = Map.copyOf(values);
    }

    /**
     * @param values names and texts, copied
     * @return a memento of these values
     */
    public static Memento of(Map<String, String> values) {
        return values.isEmpty() ? EMPTY : new Memento(values);
    }

    /**
     * @param name the only name
     * @param value its text
     * @return a memento of this one value
     */
    public static Memento of(String name, String value) {
        return new Memento(Map.of(name, value));
    }

    /**
     * @param name the value's name
     * @param value a text; numbers and booleans as {@link String#valueOf} writes them
     * @return this memento and the value, which replaces an earlier one of that name
     */
    public Memento with(String name, Object value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(Objects.requireNonNull(name, "name"), String.valueOf(Objects.requireNonNull(value, "value")));
        return new Memento(more);
    }

    /**
     * @param name the value's name
     * @return its text, if there is one
     */
    public Optional<String> text(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * @param name the value's name
     * @return it as a whole number, if it is one
     */
    public Optional<Long> integer(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(Long.parseLong(text));
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * @param name the value's name
     * @return it as a finite number, if it is one
     */
    public Optional<Double> number(String name) {
        return text(name).flatMap(text -> {
            try {
                return Optional.of(Double.parseDouble(text)).filter(Double::isFinite);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    /**
     * @param name the value's name
     * @return it as {@code true} or {@code false}, if it is one of the two
     */
    public Optional<Boolean> flag(String name) {
        return text(name)
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /** @return all values, sorted by name; unmodifiable */
    public Map<String, String> values() {
        return Collections.unmodifiableMap(new TreeMap<>(values));
    }

    /** @return whether there is no value */
    public boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Memento memento && values.equals(memento.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return values().toString();
    }
}
