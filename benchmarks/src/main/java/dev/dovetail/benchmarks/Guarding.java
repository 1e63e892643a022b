package dev.dovetail.benchmarks;

import java.io.IOException;
import java.util.List;

/** What the guard around a view and the watchdog cost while a table is scrolled: see {@link TimedScrolling}. */
final class Guarding {

    static final double BUDGET_TIMES = 1.02;

    /** So little is looked for that it takes more samples than starts do. */
    private static final int SAMPLES_A_ROUND = 4;

    private Guarding() {}

    static List<Figure> measure(Java java, Screen screen, int rounds) throws IOException, InterruptedException {
        Process process = screen.shows(java.withOwn()
                        .with(screen.flags().toArray(String[]::new))
                        .builder(TimedScrolling.class, Integer.toString(rounds * SAMPLES_A_ROUND)))
                .start();
        return figures(Told.by(process));
    }

    static List<Figure> figures(Told told) {
        Samples guarded = told.samples("guarded");
        Samples bare = told.samples("bare");
        return List.of(
                Figure.plain("scrolling a table, guarded, CPU", "ms", guarded),
                Figure.plain("scrolling a table, bare, CPU", "ms", bare),
                Figure.budgeted("scrolling a table, ratio", "times bare", guarded.over(bare), BUDGET_TIMES));
    }
}
