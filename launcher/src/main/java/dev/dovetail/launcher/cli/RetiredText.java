package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.Unloading.Leftover;
import dev.dovetail.provisioner.apply.Retirement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** How one process tells another which replaced versions are in its memory: a line each, its parts behind tabs. */
final class RetiredText {

    /** The command line that asks for it; not for people. */
    static final List<String> ASKING = List.of("doctor", "--retired");

    private static final int PARTS = 6;

    private RetiredText() {}

    static String write(Unloading.Report report) {
        List<String> lines = new ArrayList<>();
        lines.add(String.valueOf(report.unloaded()));
        report.present().forEach(leftover -> lines.add(line(leftover.retirement(), leftover.held())));
        return String.join("\n", lines);
    }

    private static String line(Retirement retirement, boolean held) {
        return String.join(
                "\t",
                retirement.bundle(),
                retirement.version(),
                String.valueOf(retirement.bundleId()),
                retirement.since().toString(),
                String.valueOf(held),
                retirement.feature());
    }

    static Unloading.Report read(String text) {
        List<String> lines = text.strip().lines().toList();
        List<Leftover> present = lines.subList(1, lines.size()).stream()
                .map(RetiredText::leftover)
                .toList();
        return new Unloading.Report(Long.parseLong(lines.get(0)), present);
    }

    private static Leftover leftover(String line) {
        String[] parts = line.split("\t", PARTS);
        return new Leftover(
                new Retirement(
                        parts.length < PARTS ? "" : parts[5],
                        parts[0],
                        parts[1],
                        Long.parseLong(parts[2]),
                        Instant.parse(parts[3])),
                Boolean.parseBoolean(parts[4]));
    }
}
