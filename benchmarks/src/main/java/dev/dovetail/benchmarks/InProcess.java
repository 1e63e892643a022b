package dev.dovetail.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Installs and live updates, measured inside a running Dovetail: see {@link RunningDovetail}. */
final class InProcess {

    static final double UPDATE_BUDGET_MILLIS = 60;
    static final double UPDATE_BUDGET_TIMES = 1.1;
    static final double PULSE_BUDGET_MILLIS = 50;

    private InProcess() {}

    static List<Figure> measure(Java java, Path work, Path repositories, int updates)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("running"));
        Process process = java.withOwn()
                .builder(RunningDovetail.class, folder.toString(), repositories.toString(), Integer.toString(updates))
                .start();
        return figures(Told.by(process));
    }

    private static List<Figure> figures(Told told) {
        Samples beside = told.samples("beside");
        Samples place = told.samples("place");
        return List.of(
                Figure.budgeted(
                        "live update", "ms from stored bytes to the view laid out", beside, UPDATE_BUDGET_MILLIS),
                Figure.plain("live update, plain Felix", "ms in place", place),
                Figure.budgeted("live update, ratio", "times plain Felix", beside.over(place), UPDATE_BUDGET_TIMES),
                Figure.budgeted(
                        "live update, longest pulse", "ms between two", told.samples("pulse"), PULSE_BUDGET_MILLIS),
                Figure.plain("second feature, requests", "requests", told.samples("requests")),
                Figure.plain("second feature, bytes", "bytes", told.samples("bytes")),
                Figure.budgeted("second feature, other requests", "requests", told.samples("unexpected"), 0),
                Figure.budgeted("second feature, other bytes", "bytes", told.samples("surplus"), 0));
    }
}
