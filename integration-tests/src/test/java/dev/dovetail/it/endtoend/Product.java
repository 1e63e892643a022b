package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The product with one home on one Java, started anew for each command as a person would.
 *
 * @param java what it runs on
 * @param home its home
 */
public record Product(Java java, Path home) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Carries out a verb, of one word or two, on this home, and waits for its end. */
    public Ended run(String verb, String... arguments) throws IOException, InterruptedException {
        return end(start(Map.of(), verb, arguments));
    }

    /** Carries out exactly this command line. */
    public Ended runExactly(String... arguments) throws IOException, InterruptedException {
        return end(launch(Map.of(), List.of(arguments)));
    }

    public Started start(Map<String, String> environment, String verb, String... arguments) throws IOException {
        List<String> line = new ArrayList<>(List.of(verb.split(" ", -1)));
        line.addAll(List.of("--home", home.toString()));
        line.addAll(List.of(arguments));
        return launch(environment, line);
    }

    private Started launch(Map<String, String> environment, List<String> arguments) throws IOException {
        List<String> command = java.command(Checkout.productJars());
        command.add("dev.dovetail.launcher.Main");
        command.addAll(arguments);
        return Started.of(command, environment);
    }

    public static Ended end(Started started) throws IOException, InterruptedException {
        try (started) {
            return started.end(PATIENCE);
        }
    }

    /** What is installed, in its own words. */
    public Map<String, Object> status() throws IOException, InterruptedException {
        return Json.read(run("status", "--json").well().out());
    }

    /**
     * A process on its way.
     *
     * @param process the process
     * @param out where its words go
     * @param err where its complaints go
     * @param began when, by {@link System#nanoTime}
     */
    public record Started(Process process, Path out, Path err, long began) implements AutoCloseable {

        static Started of(List<String> command, Map<String, String> environment) throws IOException {
            Path out = Files.createTempFile(Checkout.reports(), "out", ".txt");
            Path err = Files.createTempFile(Checkout.reports(), "err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().remove("DISPLAY");
            builder.environment().putAll(environment);
            return new Started(builder.start(), out, err, System.nanoTime());
        }

        Ended end(Duration limit) throws IOException, InterruptedException {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            Duration took = Duration.ofNanos(System.nanoTime() - began);
            String said = Files.readString(out);
            String complained = Files.readString(err);
            assertThat(ended)
                    .as("ended within %s; out: %s; err: %s", limit, said, complained)
                    .isTrue();
            return new Ended(process.exitValue(), said, complained, took);
        }

        @Override
        public void close() throws IOException {
            process.destroyForcibly().onExit().join();
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
        }
    }
}
