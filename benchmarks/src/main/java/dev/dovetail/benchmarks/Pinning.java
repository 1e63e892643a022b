package dev.dovetail.benchmarks;

import java.io.IOException;
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
                // Which says each of the hundreds of installs.
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return figures(Told.by(process));
    }

    static List<Figure> figures(Told told) {
        Samples held = told.samples("held");
        Samples free = told.samples("free");
        return List.of(
                Figure.plain("600 bundles enter, wires held", "ms", held),
                Figure.plain("600 bundles enter, wires free", "ms", free),
                Figure.budgeted("600 bundles enter, ratio", "times wires free", held.over(free), BUDGET_TIMES));
    }
}
