package dev.dovetail.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Measured values of one kind, in the order they were taken.
 *
 * @param values at least one
 */
record Samples(List<Double> values) {

    Samples {
        values = List.copyOf(values);
        if (values.isEmpty()) {
            throw new IllegalArgumentException("Expected at least one sample, found none");
        }
    }

    double median() {
        return quantile(0.5);
    }

    double p90() {
        return quantile(0.9);
    }

    /** Between two neighbours, in proportion. */
    double quantile(double share) {
        List<Double> sorted = values.stream().sorted().toList();
        double place = share * (sorted.size() - 1);
        int below = (int) Math.floor(place);
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** Each value against the one that was measured beside it, so that what slows both down cancels out. */
    Samples over(Samples other) {
        if (other.values.size() != values.size()) {
            throw new IllegalArgumentException(
                    "Expected pairs, found " + values.size() + " and " + other.values.size() + " samples");
        }
        List<Double> ratios = new ArrayList<>();
        for (int n = 0; n < values.size(); n++) {
            ratios.add(values.get(n) / other.values.get(n));
        }
        return new Samples(ratios);
    }
}
