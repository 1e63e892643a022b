package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures what is promised, prints it, and ends with 1 when a promise isn't kept. */
@Command(
        name = "dovetail benchmark",
        description = "Measures starts, live updates, downloads and planning, with their peers in the same run.",
        mixinStandardHelpOptions = true)
public final class Main implements Callable<Integer> {

    @Option(names = "--rounds", paramLabel = "N", description = "Starts of each program. Default: ${DEFAULT-VALUE}.")
    private int rounds = 9;

    @Option(names = "--updates", paramLabel = "N", description = "Updates measured. Default: ${DEFAULT-VALUE}.")
    private int updates = 40;

    @Option(names = "--json", description = "Prints one JSON document instead of a table.")
    private boolean json;

    private final PrintStream out;

    private Main(PrintStream out) {
        this.out = out;
    }

    /** @param arguments the options */
    @SuppressWarnings("SystemOut") // It is what a benchmark is for.
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main(System.out)).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException, ProvisioningException {
        Java java = Java.ofThisProcess();
        Path repositories = Path.of(System.getProperty("dovetail.repositories"));
        Path work = Files.createTempDirectory("dovetail-benchmark");
        List<Figure> figures = new ArrayList<>();
        try (Screen screen = Screen.open()) {
            ColdStart starts = ColdStart.prepare(java, screen, work, repositories);
            figures.addAll(starts.measure(rounds));
            figures.addAll(starts.measureCrowd(rounds));
            figures.addAll(InProcess.measure(java, work, repositories, updates));
            figures.addAll(Planning.measure(java));
            figures.addAll(Pinning.measure(java, work, rounds));
            figures.addAll(Verification.prepare(java, work, repositories).measure(rounds));
            figures.addAll(Installing.prepare(java, work, repositories).measure(rounds));
        } finally {
            delete(work);
        }
        Report report = new Report(figures);
        out.println(json ? report.json() : report.table());
        return report.missed().isEmpty() ? 0 : 1;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
