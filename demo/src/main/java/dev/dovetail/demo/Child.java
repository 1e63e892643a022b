package dev.dovetail.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process of the same Java, with the same flags and class path as this one. */
final class Child implements AutoCloseable {

    private static final long FAREWELL_SECONDS = 10;

    private final Process process;
    private final Thread farewell;

    private Child(Process process) {
        this.process = process;
        this.farewell = new Thread(this::end, "demo-farewell");
        Runtime.getRuntime().addShutdownHook(farewell);
    }

    /** When this process is told to end, so is the child, which may save what it has open first. */
    private void end() {
        process.destroy();
        try {
            process.waitFor(FAREWELL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }

    /** Starts a program whose output goes where ours goes. */
    static Child start(Class<?> main, String... arguments) throws IOException {
        return new Child(builder(main, arguments).inheritIO().start());
    }

    /** Starts a program whose standard output is read by {@link #firstLine}. */
    static Child listenTo(Class<?> main, String... arguments) throws IOException {
        return new Child(builder(main, arguments)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    private static ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(main.getName());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** Waits for the first line it prints. */
    String firstLine() throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = lines.readLine();
        if (line == null) {
            throw new IOException("The process ended without a word: " + process.info());
        }
        return line;
    }

    int await() throws InterruptedException {
        return process.waitFor();
    }

    /** Kills it, as a crash would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
