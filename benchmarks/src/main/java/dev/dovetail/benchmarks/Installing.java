package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.publisher.server.RepositoryServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What it costs to install a feature and to update one, from the first class that is loaded to the last: planned, fetched,
 * verified and written down, against plain Felix that is given the addresses and believes them.
 */
final class Installing {

    private static final int WARM_UP = 1;

    private final Java java;
    private final Path work;
    private final Path repositories;

    private Installing(Java java, Path work, Path repositories) {
        this.java = java;
        this.work = work;
        this.repositories = repositories;
    }

    static Installing prepare(Java java, Path work, Path repositories) throws IOException {
        return new Installing(java, Files.createDirectories(work.resolve("installing")), repositories);
    }

    List<Figure> measure(int rounds) throws IOException, InterruptedException, ProvisioningException {
        List<Figure> figures = new ArrayList<>(install(rounds));
        figures.addAll(update(rounds));
        return figures;
    }

    private List<Figure> install(int rounds) throws IOException, InterruptedException, ProvisioningException {
        Path signed = work.resolve("explorer");
        String fingerprint = Team.publish(signed, jars("explorer"));
        Pairs pairs = new Pairs();
        try (RepositoryServer server = RepositoryServer.onLoopback(signed)) {
            for (int round = -WARM_UP; round < rounds; round++) {
                Path home = work.resolve("explorer-home-" + round);
                double ours = verb("install", "explorer", home, "--repository", server.url() + "#" + fingerprint);
                List<String> arguments = new ArrayList<>(List.of(cache("explorer-cache-" + round), platform()));
                installed(home).forEach(bundle -> arguments.add(bundle.url().toString()));
                pairs.add(round, ours, told(PlainVerb.class, arguments));
            }
        }
        return pairs.figures("the verb install");
    }

    private List<Figure> update(int rounds) throws IOException, InterruptedException, ProvisioningException {
        Path signed = work.resolve("charts");
        String fingerprint = Team.publish(signed, jars("charts"));
        Path home = work.resolve("charts-home");
        Path cache = Path.of(cache("charts-cache"));
        Pairs pairs = new Pairs();
        try (RepositoryServer server = RepositoryServer.onLoopback(signed)) {
            double unused = verb("install", "charts", home, "--repository", server.url() + "#" + fingerprint);
            List<LockedBundle> before = installed(home);
            List<String> arguments = new ArrayList<>(List.of(cache.toString(), platform()));
            before.forEach(bundle -> arguments.add(bundle.url().toString()));
            unused += told(PlainVerb.class, arguments);
            Team.release(signed, jars("charts-next"));
            for (int round = -WARM_UP; round < rounds; round++) {
                Path updated = copied(home, "charts-home-" + round);
                double ours = verb("update", "charts", updated);
                Path own = copied(cache, "charts-cache-" + round);
                pairs.add(round, ours, told(PlainVerb.class, change(own, before, installed(updated))));
            }
            System.getLogger(Installing.class.getName())
                    .log(System.Logger.Level.DEBUG, "Prepared in " + unused + " ms of CPU");
        }
        return pairs.figures("the verb update");
    }

    private List<String> change(Path cache, List<LockedBundle> before, List<LockedBundle> after) {
        LockedBundle newer = after.stream()
                .filter(bundle -> !before.contains(bundle))
                .findFirst()
                .orElseThrow();
        LockedBundle older = before.stream()
                .filter(bundle -> bundle.symbolicName().equals(newer.symbolicName()))
                .findFirst()
                .orElseThrow();
        return List.of(
                cache.toString(),
                platform(),
                "update",
                older.url().toString(),
                newer.url().toString());
    }

    private List<Path> jars(String name) throws IOException {
        try (Stream<Path> files = Files.list(repositories.resolve(name).resolve("bundles"))) {
            return files.sorted().toList();
        }
    }

    private String cache(String name) {
        return work.resolve(name).toString();
    }

    private static String platform() {
        return System.getProperty("dovetail.platform");
    }

    private static List<LockedBundle> installed(Path home) throws ProvisioningException {
        return Disk.at(home).generations().current().bundles();
    }

    private double verb(String verb, String feature, Path home, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(verb, feature, "--json", "--home", home.toString()));
        arguments.addAll(List.of(more));
        return told(TimedVerb.class, arguments);
    }

    private double told(Class<?> main, List<String> arguments) throws IOException, InterruptedException {
        Process process =
                java.withOwn().builder(main, arguments.toArray(String[]::new)).start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = lines.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException(main.getSimpleName() + " ended with exit code " + process.exitValue());
            }
            return Double.parseDouble(said.get(said.size() - 1));
        }
    }

    private Path copied(Path from, String name) throws IOException {
        Path to = work.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    /** Measured one right after the other. */
    private static final class Pairs {

        private final List<Double> dovetail = new ArrayList<>();
        private final List<Double> felix = new ArrayList<>();

        void add(int round, double ours, double plain) {
            if (round >= 0) {
                dovetail.add(ours);
                felix.add(plain);
            }
        }

        List<Figure> figures(String name) {
            Samples ours = new Samples(dovetail);
            Samples plain = new Samples(felix);
            return List.of(
                    Figure.budgeted(
                            name + ", CPU",
                            "times plain Felix given the addresses",
                            ours.over(plain),
                            Changing.CPU_BUDGET),
                    Figure.plain(name + ", Dovetail", "ms of CPU", ours),
                    Figure.plain(name + ", plain Felix", "ms of CPU", plain));
        }
    }
}
