package dev.dovetail.it.endtoend;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/**
 * How many reachable instances each class has.
 *
 * @param rows by name; classes of one name but several loaders together
 */
record Histogram(Map<String, Row> rows) {

    private static final Row NONE = new Row(0, 0);

    /** Reads lines of a number, their bytes, and a class. */
    static Histogram of(String lines) {
        Map<String, Row> rows = new HashMap<>();
        lines.lines()
                .map(line -> line.split(" ", 3))
                .forEach(cells ->
                        rows.merge(cells[2], new Row(Long.parseLong(cells[0]), Long.parseLong(cells[1])), Row::plus));
        return new Histogram(rows);
    }

    /** How many bytes all of them take. */
    long bytes() {
        return rows.values().stream().mapToLong(Row::bytes).sum();
    }

    long instances(String type) {
        return rows.getOrDefault(type, NONE).instances;
    }

    /** The classes that have at least so many instances more than then, the most first. */
    List<Growth> inNumber(Histogram then, long least) {
        return grown(then, Growth::instances, least);
    }

    /** The classes that take at least so many bytes more than then, the most first. */
    List<Growth> inBytes(Histogram then, long least) {
        return grown(then, Growth::bytes, least);
    }

    private List<Growth> grown(Histogram then, ToLongFunction<Growth> size, long least) {
        List<Growth> grown = new ArrayList<>(
                rows.keySet().stream().map(type -> growth(type, then)).toList());
        grown.removeIf(one -> size.applyAsLong(one) < least);
        grown.sort((a, b) -> Long.compare(size.applyAsLong(b), size.applyAsLong(a)));
        return grown;
    }

    Growth growth(String type, Histogram then) {
        Row now = rows.getOrDefault(type, NONE);
        Row before = then.rows.getOrDefault(type, NONE);
        return new Growth(type, now.instances - before.instances, now.bytes - before.bytes);
    }

    private record Row(long instances, long bytes) {

        Row plus(Row other) {
            return new Row(instances + other.instances, bytes + other.bytes);
        }
    }

    /**
     * What a class has more than before.
     *
     * @param type its name
     * @param instances how many
     * @param bytes how many bytes they take by themselves
     */
    record Growth(String type, long instances, long bytes) {

        @Override
        public String toString() {
            return type + " +" + instances + ", +" + bytes + " bytes";
        }
    }
}
