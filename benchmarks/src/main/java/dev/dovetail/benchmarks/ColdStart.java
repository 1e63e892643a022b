package dev.dovetail.benchmarks;

import dev.dovetail.launcher.Main;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dovetail with both features installed against a bare JavaFX window, from the call of java to a window in use. */
final class ColdStart {

    static final double BUDGET = 1.5;
    static final double CROWD_BUDGET = 1.15;

    private static final int FEW = 10;
    private static final int MANY = 200;

    private static final int WARM_UP = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern USABLE = Pattern.compile("(\\S+) INFO \\[" + Pattern.quote(Launcher.class.getName())
            + "] The window can be used; CPU time up to here: (\\d+) ms");

    private final Java product;
    private final Java bare;
    private final Screen screen;
    private final Path data;

    private ColdStart(Java product, Java bare, Screen screen, Path data) {
        this.product = product;
        this.bare = bare;
        this.screen = screen;
        this.data = data;
    }

    /** Installs both features into a new home, and makes the bare window's class archive. */
    static ColdStart prepare(Java java, Screen screen, Path work, Path repositories)
            throws IOException, InterruptedException {
        Path data = Files.createDirectories(work.resolve("data"));
        try (RepositoryServer server = RepositoryServer.serving(repositories)) {
            for (String feature : List.of("explorer", "charts")) {
                install(java, data.resolve("dovetail"), feature, server);
            }
        }
        String[] flags = screen.flags().toArray(String[]::new);
        Java bare = java.bare()
                .with(flags)
                .trained(work.resolve("bare.archive"), screen, BareWindow.class, BareWindow.TRAINING);
        return new ColdStart(java.with(flags), bare, screen, data);
    }

    private static void install(Java java, Path home, String feature, RepositoryServer server)
            throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("install", feature, "--home", home.toString(), "--insecure-loopback"));
        for (String repository : List.of("explorer", "charts")) {
            arguments.addAll(List.of(
                    "--repository", server.address().resolve(repository + "/").toString()));
        }
        int exit = java.builder(Main.class, arguments.toArray(String[]::new))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("Installing " + feature + " ended with exit code " + exit);
        }
    }

    List<Figure> measure(int rounds) throws IOException, InterruptedException, HomeException {
        List<Started> ours = new ArrayList<>();
        List<Started> theirs = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Started first = bareWindow();
            Started second = dovetail(data);
            if (round >= 0) {
                theirs.add(first);
                ours.add(second);
            }
        }
        Samples wall = wall(ours).over(wall(theirs));
        return List.of(
                Figure.budgeted("cold start", "times a bare JavaFX window, " + screen.words(), wall, BUDGET),
                Figure.plain(
                        "cold start, CPU",
                        "times a bare JavaFX window",
                        cpu(ours).over(cpu(theirs))),
                Figure.plain("cold start, Dovetail", "ms", wall(ours)),
                Figure.plain("cold start, bare window", "ms", wall(theirs)),
                Figure.plain("cold start, Dovetail, CPU", "ms", cpu(ours)),
                Figure.plain("cold start, bare window, CPU", "ms", cpu(theirs)));
    }

    /** With many features installed, of which two are open, against a few. */
    List<Figure> measureCrowd(int rounds) throws IOException, InterruptedException, ProvisioningException {
        Path home = data.resolve("dovetail");
        Path few = Crowd.around(home, data.resolveSibling("few"), FEW);
        Path many = Crowd.around(home, data.resolveSibling("many"), MANY);
        List<Started> fews = new ArrayList<>();
        List<Started> manies = new ArrayList<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            Started first = dovetail(few);
            Started second = dovetail(many);
            if (round >= 0) {
                fews.add(first);
                manies.add(second);
            }
        }
        return List.of(
                Figure.budgeted(
                        "start with " + MANY + " features",
                        "times the start with " + FEW,
                        wall(manies).over(wall(fews)),
                        CROWD_BUDGET),
                Figure.plain("start with " + MANY + " features", "ms", wall(manies)),
                Figure.plain("start with " + FEW + " features", "ms", wall(fews)));
    }

    private static Samples wall(List<Started> starts) {
        return new Samples(starts.stream().map(Started::wallMillis).toList());
    }

    private static Samples cpu(List<Started> starts) {
        return new Samples(starts.stream().map(Started::cpuMillis).toList());
    }

    private Started bareWindow() throws IOException, InterruptedException {
        ProcessBuilder program = screen.shows(bare.builder(BareWindow.class));
        Instant called = Instant.now();
        Process process = program.start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = Optional.ofNullable(lines.readLine())
                    .orElseThrow(() -> new IOException("The bare window ended without a word"));
            String[] words = line.split(" ", -1);
            return started(called, words[0], words[1]);
        } finally {
            end(process);
        }
    }

    private Started dovetail(Path data) throws IOException, InterruptedException, HomeException {
        String[] arguments = screen.inMemory() ? new String[] {"--headless"} : new String[0];
        ProcessBuilder program = screen.shows(product.builder(Main.class, arguments));
        program.environment().put("XDG_DATA_HOME", data.toString());
        program.redirectOutput(ProcessBuilder.Redirect.DISCARD).redirectError(ProcessBuilder.Redirect.DISCARD);
        forgive(data);
        Instant called = Instant.now();
        Process process = program.start();
        try {
            return awaitUsable(process, data, called);
        } finally {
            end(process);
        }
    }

    /** The launcher writes down when its window can be used, which is what is measured. */
    private static Started awaitUsable(Process process, Path data, Instant called)
            throws IOException, InterruptedException {
        Path log = data.resolve("dovetail/log/dovetail.0.log");
        while (Duration.between(called, Instant.now()).compareTo(PATIENCE) < 0 && process.isAlive()) {
            Thread.sleep(50);
            Matcher usable = USABLE.matcher(Files.exists(log) ? Files.readString(log) : "");
            while (usable.find()) {
                if (Instant.parse(usable.group(1)).isAfter(called)) {
                    return started(called, usable.group(1), usable.group(2));
                }
            }
        }
        throw new IOException("Dovetail's window did not come up: see " + log);
    }

    private static Started started(Instant called, String usable, String cpu) {
        return new Started(Duration.between(called, Instant.parse(usable)).toNanos() / 1e6, Double.parseDouble(cpu));
    }

    /** As after a good end: what was cut short twice comes up in safe mode the third time, which is another start. */
    private static void forgive(Path data) throws HomeException {
        var unused = Disk.at(data.resolve("dovetail")).health().change(health -> health.ended(trial -> false));
    }

    /** As a crash would: nothing of this start is left to share the processors with the next. */
    private static void end(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }
}
