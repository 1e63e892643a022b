package dev.dovetail.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What it takes to plan in a large catalog, in a process of its own with little memory. */
final class Planning {

    static final double BUDGET_MILLIS = 100;
    static final double BUDGET_MEGABYTES = 64;

    private static final int ROUNDS = 40;

    private Planning() {}

    static List<Figure> measure(Java java) throws IOException, InterruptedException {
        Process process = java.withOwn()
                .with("-Xmx64m")
                .builder(TimedPlanning.class, String.valueOf(ROUNDS))
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = lines.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException("Planning in 64 MB ended with exit code " + process.exitValue());
            }
            return List.of(
                    Figure.budgeted("planning, 15 of 10,000 bundles", "ms", values(said, "ms "), BUDGET_MILLIS),
                    Figure.budgeted("planning, alive in -Xmx64m", "MB", values(said, "mb "), BUDGET_MEGABYTES));
        }
    }

    private static Samples values(List<String> lines, String kind) {
        return new Samples(lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> Double.valueOf(line.substring(kind.length())))
                .toList());
    }
}
