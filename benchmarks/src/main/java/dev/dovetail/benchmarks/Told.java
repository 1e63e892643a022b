package dev.dovetail.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a measuring program printed: a line for each sample, its name, a space, and its value.
 *
 * @param values by name, in their order
 */
record Told(Map<String, List<Double>> values) {

    /** Waits for the program's end. */
    static Told by(Process process) throws IOException, InterruptedException {
        Told told;
        try (Reader lines = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            told = in(lines);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (process.waitFor() != 0) {
            throw new IOException("A measuring program ended with exit code " + process.exitValue());
        }
        return told;
    }

    static Told in(Reader text) {
        Map<String, List<Double>> values = new HashMap<>();
        new BufferedReader(text).lines().map(line -> line.split(" ", -1)).forEach(words -> values.computeIfAbsent(
                        words[0], name -> new ArrayList<>())
                .add(Double.valueOf(words[1])));
        return new Told(values);
    }

    Samples samples(String name) {
        return new Samples(values.getOrDefault(name, List.of()));
    }
}
