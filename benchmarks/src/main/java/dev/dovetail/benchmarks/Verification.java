package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.Introduction;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.publisher.server.RepositoryServer;
import dev.dovetail.trust.Fingerprint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What it costs to believe nobody: installing a feature with its dependencies, and looking for news where there are none. */
final class Verification {

    static final double CPU_BUDGET = 1.15;
    static final double WIRE_BUDGET = 1024;

    private static final int WARM_UP = 1;

    private final Java java;
    private final Path work;
    private final List<Path> jars;
    private final Path unsigned;
    private final Path signed;
    private final String fingerprint;

    private Verification(Java java, Path work, List<Path> jars, Path unsigned, Path signed, String fingerprint) {
        this.java = java;
        this.work = work;
        this.jars = jars;
        this.unsigned = unsigned;
        this.signed = signed;
        this.fingerprint = fingerprint;
    }

    /** The same bundles in a repository of each kind. */
    static Verification prepare(Java java, Path work, Path repositories) throws IOException {
        Path unsigned = repositories.resolve("explorer");
        Path signed = work.resolve("signed");
        try (Stream<Path> files = Files.list(unsigned.resolve("bundles"))) {
            List<Path> jars = files.sorted().toList();
            return new Verification(java, work, jars, unsigned, signed, Team.publish(signed, jars));
        }
    }

    List<Figure> measure(int rounds) throws IOException, InterruptedException, ProvisioningException {
        List<Double> all = new ArrayList<>();
        List<Double> none = new ArrayList<>();
        List<Double> gate = new ArrayList<>();
        try (RepositoryServer bare = RepositoryServer.onLoopback(unsigned);
                RepositoryServer full = RepositoryServer.onLoopback(signed)) {
            for (int round = -WARM_UP; round < rounds; round++) {
                Path unknown = work.resolve("believing-" + round);
                Path known = work.resolve("verifying-" + round);
                verb(known, "repository", "add", full.url().toString(), "--fingerprint", fingerprint);
                double verified = verb(known, "install", "explorer", "--json");
                double believed = verb(
                        unknown,
                        "install",
                        "explorer",
                        "--json",
                        "--insecure-loopback",
                        "--repository",
                        bare.url().toString());
                double inspected =
                        told(TimedGate.class, jars.stream().map(Path::toString).toArray(String[]::new));
                if (round >= 0) {
                    none.add(believed - inspected);
                    all.add(verified);
                    gate.add(inspected);
                }
            }
        }
        Samples with = new Samples(all);
        Samples without = new Samples(none);
        List<Figure> figures = new ArrayList<>(List.of(
                Figure.budgeted("verification, CPU", "times installing without any", with.over(without), CPU_BUDGET),
                Figure.plain("verification, installing with it", "ms of CPU", with),
                Figure.plain("verification, installing without", "ms of CPU", without),
                Figure.plain("verification, the gate of it", "ms of CPU", new Samples(gate))));
        figures.addAll(nothingNew());
        return figures;
    }

    private double verb(Path home, String... words) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of(words));
        arguments.addAll(List.of("--home", home.toString()));
        return told(TimedVerb.class, arguments.toArray(String[]::new));
    }

    /** The number on the last line of what a program prints. */
    private double told(Class<?> main, String... arguments) throws IOException, InterruptedException {
        Process process = java.withOwn()
                .builder(main, arguments)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            List<String> said = lines.lines().toList();
            if (process.waitFor() != 0) {
                throw new IOException(main.getSimpleName() + " ended with exit code " + process.exitValue());
            }
            return Double.parseDouble(said.get(said.size() - 1));
        }
    }

    private List<Figure> nothingNew() throws IOException, ProvisioningException {
        try (RepositoryServer server = RepositoryServer.onLoopback(signed);
                Wire wire = Wire.to(server.url());
                SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
                Fetcher bundles = new Fetcher(Limits.USUAL)) {
            Profile profile = Profile.EMPTY.with(new Introduction(fetcher, Clock.systemUTC())
                    .meet(wire.url(), Fingerprint.parse(fingerprint), Profile.EMPTY));
            Repositories repositories = new Repositories(
                    work.resolve("news"), fetcher, () -> bundles, new IndexReader(), Clock.systemUTC());
            requireReachable(repositories.check(profile));
            long requests = wire.requests();
            long bytes = wire.bytes();
            requireReachable(repositories.check(profile));
            return List.of(
                    Figure.budgeted("nothing new", "requests", one((double) (wire.requests() - requests)), 1),
                    Figure.budgeted(
                            "nothing new, both ways", "bytes", one((double) (wire.bytes() - bytes)), WIRE_BUDGET));
        }
    }

    private static void requireReachable(Known known) throws IOException {
        if (!known.problems().isEmpty()) {
            throw new IOException("Expected a readable repository, found " + known.problems());
        }
    }

    private static Samples one(double value) {
        return new Samples(List.of(value));
    }
}
