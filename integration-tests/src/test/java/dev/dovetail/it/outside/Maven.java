package dev.dovetail.it.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The Maven of this checkout, run in folders outside it.
 *
 * @param wrapper the script
 * @param release where it finds Dovetail
 */
record Maven(Path wrapper, Release release) {

    private static final long LIMIT_MINUTES = 5;

    void run(Path project, String... goals) throws IOException, InterruptedException {
        Path log = project.resolve("maven.log");
        List<String> command = new ArrayList<>(List.of(
                wrapper.toString(),
                "-B",
                "-Dmaven.repo.local=" + release.head(),
                "-Dmaven.repo.local.tail=" + release.tail()));
        command.addAll(List.of(goals));
        Process process = new ProcessBuilder(command)
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        boolean ended = process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new IOException("Expected '" + String.join(" ", command) + "' to end well in " + project
                    + (ended ? ", found:\n" : " within minutes, found:\n") + Files.readString(log));
        }
    }
}
