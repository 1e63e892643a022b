package dev.dovetail.it.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The server that comes with Python: no entity tags, no compression, HTTP/1.0, and not a line of ours.
 *
 * @param process it
 * @param url where it listens
 */
record PythonServer(Process process, String url) implements AutoCloseable {

    private static final Pattern LISTENING = Pattern.compile("Serving HTTP on \\S+ port (\\d+)");

    static PythonServer over(Path folder) throws IOException, InterruptedException {
        boolean there = isInstalled();
        // Where nobody looks at what was skipped, nothing may be.
        assertThat(there || !"true".equals(System.getenv("CI")))
                .as("python3, to serve a repository with")
                .isTrue();
        assumeTrue(there, "No python3 on this machine");
        Process process = new ProcessBuilder("python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        Matcher listening = LISTENING.matcher(String.valueOf(lines.readLine()));
        assertThat(listening.find())
                .as("python3 -m http.server says where it listens")
                .isTrue();
        return new PythonServer(process, "http://127.0.0.1:" + listening.group(1) + "/");
    }

    private static boolean isInstalled() throws InterruptedException {
        try {
            Process process = new ProcessBuilder("python3", "-c", "import http.server").start();
            return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    /** The shims that some machines have for python3 start it as a child. */
    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }
}
