package dev.dovetail.launcher.script;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One run of the script. */
record Run(Process process, Path out, Path err) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + PATIENCE);
        }
        return process.exitValue();
    }

    List<String> lines() throws IOException, InterruptedException {
        exitCode();
        return Files.readAllLines(out);
    }

    String errors() throws IOException, InterruptedException {
        exitCode();
        return Files.readString(err);
    }

    static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("did not happen within " + PATIENCE);
            }
            Thread.sleep(20);
        }
    }
}
