package dev.dovetail.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Where windows are drawn: the display there is, else a virtual one of our own, else into memory.
 *
 * @param display the value of {@code DISPLAY}, or empty for drawing into memory
 * @param server our own virtual display
 */
record Screen(String display, Optional<Process> server) implements AutoCloseable {

    static Screen open() throws IOException {
        String there = System.getenv().getOrDefault("DISPLAY", "");
        return there.isEmpty() ? virtual() : new Screen(there, Optional.empty());
    }

    private static Screen virtual() throws IOException {
        Process server;
        try {
            server = new ProcessBuilder("Xvfb", "-displayfd", "1", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return new Screen("", Optional.empty());
        }
        String number =
                new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8)).readLine();
        return number == null ? new Screen("", Optional.empty()) : new Screen(":" + number, Optional.of(server));
    }

    boolean inMemory() {
        return display.isEmpty();
    }

    /** What JavaFX is told where there is no display; the launcher tells itself the same. */
    List<String> flags() {
        return inMemory()
                ? List.of(
                        "-Dglass.platform=Monocle",
                        "-Dmonocle.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dheadless.geometry=1440x900-32")
                : server.isPresent() ? List.of("-Dprism.order=sw") : List.of();
    }

    ProcessBuilder shows(ProcessBuilder program) {
        program.environment().put("DISPLAY", display);
        return program;
    }

    String words() {
        return inMemory() ? "in memory" : "on display " + display + (server.isPresent() ? " (Xvfb)" : "");
    }

    @Override
    public void close() {
        server.ifPresent(Process::destroy);
    }
}
