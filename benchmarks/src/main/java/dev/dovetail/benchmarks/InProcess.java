package dev.dovetail.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Installs and live updates, measured inside a running Dovetail: see {@link RunningDovetail}. */
final class InProcess {

    static final double UPDATE_BUDGET_MILLIS = 60;

    private InProcess() {}

    static List<Figure> measure(Java java, Path work, Path repositories, int updates)
            throws IOException, InterruptedException {
        Path folder = Files.createDirectories(work.resolve("running"));
        Process process = java.withOwn()
                .builder(RunningDovetail.class, folder.toString(), repositories.toString(), Integer.toString(updates))
                .start();
        Map<String, List<Double>> told = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(" ", -1)).forEach(words -> told.computeIfAbsent(
                            words[0], name -> new ArrayList<>())
                    .add(Double.parseDouble(words[1])));
        }
        if (process.waitFor() != 0) {
            throw new IOException("The running Dovetail ended with exit code " + process.exitValue());
        }
        return figures(told);
    }

    private static List<Figure> figures(Map<String, List<Double>> told) {
        Samples beside = samples(told, "beside");
        Samples place = samples(told, "place");
        return List.of(
                Figure.budgeted(
                        "live update", "ms from stored bytes to the view laid out", beside, UPDATE_BUDGET_MILLIS),
                Figure.plain("live update, plain Felix", "ms in place", place),
                Figure.plain("live update, ratio", "times plain Felix", beside.over(place)),
                Figure.plain("second feature, requests", "requests", samples(told, "requests")),
                Figure.plain("second feature, bytes", "bytes", samples(told, "bytes")),
                Figure.budgeted("second feature, other requests", "requests", samples(told, "unexpected"), 0),
                Figure.budgeted("second feature, other bytes", "bytes", samples(told, "surplus"), 0));
    }

    private static Samples samples(Map<String, List<Double>> told, String name) {
        return new Samples(told.getOrDefault(name, List.of()));
    }
}
