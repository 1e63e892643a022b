package dev.dovetail.benchmarks;

import java.util.Optional;

/**
 * One measured result.
 *
 * @param name what was measured
 * @param unit what its values count
 * @param samples the values
 * @param budget what the median may not exceed, if that was promised
 */
record Figure(String name, String unit, Samples samples, Optional<Double> budget) {

    static Figure plain(String name, String unit, Samples samples) {
        return new Figure(name, unit, samples, Optional.empty());
    }

    static Figure budgeted(String name, String unit, Samples samples, double budget) {
        return new Figure(name, unit, samples, Optional.of(budget));
    }

    boolean missed() {
        return budget.filter(limit -> samples.median() > limit).isPresent();
    }
}
