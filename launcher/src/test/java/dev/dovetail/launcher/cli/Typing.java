package dev.dovetail.launcher.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Command lines over one home, and what was said and complained about since the last one. */
final class Typing implements AutoCloseable {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final PrintStream systemOut = System.out;
    private final PrintStream systemErr = System.err;
    private final Path home;

    Typing(Path home, Path platform) {
        this.home = home;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
        System.setProperty("dovetail.platform", platform.toString());
    }

    /** A verb, of one word or two, on this home. */
    int dovetail(String verb, String... arguments) {
        List<String> all = new ArrayList<>(List.of(verb.split(" ")));
        all.addAll(List.of("--home", home.toString()));
        all.addAll(Arrays.asList(arguments));
        return exactly(all.toArray(String[]::new));
    }

    int exactly(String... arguments) {
        out.reset();
        err.reset();
        return DovetailCommand.execute(arguments);
    }

    String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    String complained() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        System.setOut(systemOut);
        System.setErr(systemErr);
        System.clearProperty("dovetail.platform");
    }
}
