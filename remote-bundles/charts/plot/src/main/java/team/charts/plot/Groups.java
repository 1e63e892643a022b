package team.charts.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * Adds up the values of rows that share an x. A missing value adds nothing, and a group of missing values only has no
 * point.
 *
 * @param <K> what rows are gathered by
 */
final class Groups<K> {

    private final Map<K, double[]> sums;
    private final List<String> names;

    Groups(Map<K, double[]> empty, List<String> names) {
        this.sums = empty;
        this.names = List.copyOf(names);
    }

    static <K extends Comparable<K>> Groups<K> sorted(List<String> names) {
        return new Groups<>(new TreeMap<>(), names);
    }

    void add(K key, double[] values) {
        double[] sum = sums.computeIfAbsent(key, any -> missing());
        for (int i = 0; i < sum.length; i++) {
            if (!Double.isNaN(values[i])) {
                sum[i] = Double.isNaN(sum[i]) ? values[i] : sum[i] + values[i];
            }
        }
    }

    List<K> keys() {
        return List.copyOf(sums.keySet());
    }

    double[] values(K key) {
        return sums.get(key);
    }

    /** How much a group weighs when only the largest are kept. */
    double weight(K key) {
        double weight = 0;
        for (double value : sums.get(key)) {
            weight += Double.isNaN(value) ? 0 : Math.abs(value);
        }
        return weight;
    }

    /** The series over these groups; {@code x} is asked for each group with its position. */
    List<Series> series(List<K> order, BiFunction<K, Integer, Double> x) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            series.add(new Series(names.get(i), points(i, order, x)));
        }
        return series;
    }

    private List<Point> points(int series, List<K> order, BiFunction<K, Integer, Double> x) {
        return IntStream.range(0, order.size())
                .filter(at -> !Double.isNaN(sums.get(order.get(at))[series]))
                .mapToObj(at -> new Point(x.apply(order.get(at), at), sums.get(order.get(at))[series]))
                .toList();
    }

    private double[] missing() {
        double[] none = new double[names.size()];
        java.util.Arrays.fill(none, Double.NaN);
        return none;
    }
}
