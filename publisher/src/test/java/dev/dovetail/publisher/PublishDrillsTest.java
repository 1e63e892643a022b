package dev.dovetail.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.SignedRepository;
import dev.dovetail.publisher.server.RepositoryServer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole {@code publish} processes, at once and killed, while a reader looks on. How many rounds: the properties
 * {@code drill.rounds} and {@code drill.kills}.
 */
@SuppressWarnings("NullAway.Init") // Set before each test.
class PublishDrillsTest {

    private static final String SECRET = "correct horse battery";
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int ROUNDS = Integer.getInteger("drill.rounds", 4);
    private static final int KILLS = Integer.getInteger("drill.kills", 6);

    @TempDir
    private Path folder;

    private Path repository;
    private RepositoryServer server;
    private Onlooker onlooker;

    @BeforeEach
    void aRepositoryThatIsLookedAt() throws Exception {
        repository = folder.resolve("R");
        SignedRepository made = SignedRepository.create(repository, Charter.of("acme"), keys(), CLOCK);
        server = RepositoryServer.onLoopback(repository);
        Customer customer = new Customer(folder.resolve("home"), server.url(), CLOCK)
                .trusting(made.status().fingerprint());
        onlooker = Onlooker.of(customer);
    }

    @AfterEach
    void stop() throws Exception {
        onlooker.stop();
        server.close();
    }

    private Keys keys() throws Exception {
        return new Keys(KeyFolder.beside(repository), Passphrase.of(SECRET), new KeyDerivation(1));
    }

    private Process publish(Path jar) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path").replace(':', File.pathSeparatorChar),
                Main.class.getName(),
                "publish",
                repository.toString(),
                jar.toString());
        builder.environment().put("DOVETAIL_PASSPHRASE", SECRET);
        builder.redirectErrorStream(true)
                .redirectOutput(folder.resolve(jar.getFileName() + ".log").toFile());
        return builder.start();
    }

    private void done(Process process, Path jar) throws Exception {
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve(jar.getFileName() + ".log")))
                .isZero();
    }

    @Test
    void twoPublishersAtOnceLoseNothing() throws Exception {
        for (int round = 1; round <= ROUNDS; round++) {
            Path one = Bundles.bundle(folder, "acme.one", "1.0." + round);
            Path two = Bundles.bundle(folder, "acme.two", "1.0." + round);
            Process first = publish(one);
            Process second = publish(two);
            done(first, one);
            done(second, two);

            assertThat(offered()).as("round %d", round).contains("acme.one 1.0." + round, "acme.two 1.0." + round);
        }
        assertThat(offered()).hasSize(2 * ROUNDS);
        onlooker.assertPleased();
    }

    @Test
    void aPublisherThatIsKilledLeavesTheOldOrTheNew() throws Exception {
        long usual = usual();
        Random random = new Random(20261120);
        int interrupted = 0;
        for (int kill = 1; kill <= KILLS; kill++) {
            Path jar = Bundles.bundle(folder, "acme.lib", "1.1." + kill);
            Process process = publish(jar);
            if (kill % 2 == 0) {
                awaitWriting(process);
                Thread.sleep(random.nextInt(10));
            } else {
                Thread.sleep((long) (random.nextDouble() * usual * 1.1));
            }
            process.destroyForcibly().waitFor();
            interrupted += Files.exists(repository.resolve("metadata/.journal")) ? 1 : 0;

            Set<String> seen = offered();
            assertThat(seen).as("kill %d", kill).contains("acme.lib 1.0.0");
            SignedRepository.at(repository, keys(), CLOCK).publish(List.of(jar));
            assertThat(offered()).as("kill %d", kill).containsAll(seen).contains("acme.lib 1.1." + kill);
            assertThat(leftovers()).isEmpty();
        }
        System.getLogger(getClass().getName())
                .log(
                        System.Logger.Level.INFO,
                        "{0} kills, {1} of them with files half written, {2} looks",
                        KILLS,
                        interrupted,
                        onlooker.looks());
        onlooker.assertPleased();
    }

    /** How long it takes when nobody disturbs it. */
    private long usual() throws Exception {
        Path jar = Bundles.bundle(folder, "acme.lib", "1.0.0");
        long begun = System.nanoTime();
        done(publish(jar), jar);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    /** Most of a process's time goes by before its first file; half of the kills are for the rest. */
    private void awaitWriting(Process process) throws Exception {
        while (process.isAlive() && !Files.exists(repository.resolve("metadata/.journal"))) {
            Thread.sleep(1);
        }
    }

    private Set<String> offered() throws Exception {
        return onlooker.look();
    }

    private List<String> leftovers() throws IOException {
        try (Stream<Path> walk = Files.walk(repository)) {
            return walk.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.startsWith(".") && !name.equals(".lock"))
                    .toList();
        }
    }
}
