package dev.dovetail.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What it costs to hold six hundred bundles to their recorded wires: see {@link TimedWiring}. */
final class Pinning {

    static final double BUDGET_TIMES = 1.05;

    private Pinning() {}

    static List<Figure> measure(Java java, Path work, int rounds) throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("wiring"));
        Process process = java.withOwn()
                .builder(TimedWiring.class, folder.toString(), Integer.toString(rounds))
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = lines.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException("Wiring 600 bundles ended with exit code " + process.exitValue());
            }
            Samples held = values(said, "held ");
            Samples free = values(said, "free ");
            return List.of(
                    Figure.plain("600 bundles enter, wires held", "ms", held),
                    Figure.plain("600 bundles enter, wires free", "ms", free),
                    Figure.budgeted("600 bundles enter, ratio", "times wires free", held.over(free), BUDGET_TIMES));
        }
    }

    private static Samples values(List<String> lines, String kind) {
        return new Samples(lines.stream()
                .filter(line -> line.startsWith(kind))
                .map(line -> Double.valueOf(line.substring(kind.length())))
                .toList());
    }
}
