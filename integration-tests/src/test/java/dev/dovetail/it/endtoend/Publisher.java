package dev.dovetail.it.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The teams' program, started anew for each command.
 *
 * @param java what it runs on
 */
record Publisher(Java java) {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> PASSPHRASE = Map.of("DOVETAIL_PASSPHRASE", "several words of a test");

    Ended run(Object... words) throws IOException, InterruptedException {
        try (Product.Started started = Product.Started.of(command(words), PASSPHRASE)) {
            return started.end(PATIENCE);
        }
    }

    private List<String> command(Object... words) throws IOException {
        List<String> command = new ArrayList<>(java.command(Checkout.publisherJars()));
        command.add("dev.dovetail.publisher.Main");
        List.of(words).forEach(word -> command.add(word.toString()));
        return command;
    }

    /** Serves a repository until it is closed. */
    Serving serve(Path repository) throws IOException {
        Process process = new ProcessBuilder(command("repository", "serve", repository, "--port", "0", "--json"))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Map<String, Object> facts = Json.read(String.valueOf(lines.readLine()));
        return new Serving(process, String.valueOf(facts.get("url")), String.valueOf(facts.get("fingerprint")));
    }

    /**
     * A server of the publisher's.
     *
     * @param process it
     * @param url where it listens
     * @param fingerprint of what it serves
     */
    record Serving(Process process, String url, String fingerprint) implements AutoCloseable {

        String trusted() {
            return url + "#" + fingerprint;
        }

        @Override
        public void close() {
            process.destroyForcibly().onExit().join();
        }
    }
}
