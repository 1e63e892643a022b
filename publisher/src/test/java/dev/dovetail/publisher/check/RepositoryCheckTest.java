package dev.dovetail.publisher.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.publisher.Bundles;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.index.IndexEntry;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.HostileTeam;
import dev.dovetail.publisher.repository.NamePattern;
import dev.dovetail.publisher.repository.SignedRepository;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.TargetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class RepositoryCheckTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-20T12:00:00Z"), ZoneOffset.UTC);
    private static final String LIB = "bundles/acme.lib/acme.lib-1.0.0.jar";

    @TempDir
    private Path folder;

    private HostileTeam hostile;
    private SignedRepository repository;

    @BeforeEach
    void aGoodRepository() throws Exception {
        hostile = new HostileTeam(folder.resolve("R"), CLOCK);
        Charter charter = Charter.of("acme", "acme.*").carrying("com.h2database");
        repository = SignedRepository.create(hostile.repository(), charter, hostile.keys(), CLOCK);
        repository.addTeam("maps", List.of(new NamePattern("acme.maps.*")), List.of());
        repository.publish(List.of(
                Bundles.bundle(folder, "acme.lib", "1.0.0"),
                Bundles.bundle(folder, "acme.maps.view", "1.0.0"),
                Bundles.jarOf(Driver.class)));
    }

    private CheckReport check() throws Exception {
        return new RepositoryCheck(CLOCK).check(hostile.repository(), Optional.empty());
    }

    private String onlyProblem() throws Exception {
        List<String> problems = check().problems();
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> walk = Files.walk(hostile.repository())) {
            return walk.filter(file -> file.toString().endsWith(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    @Test
    void aGoodRepositoryHasNoProblems() throws Exception {
        CheckReport report = check();

        assertThat(report.problems()).isEmpty();
        assertThat(report.name()).isEqualTo("acme");
        assertThat(report.bundles()).isEqualTo(3);
        assertThat(report.bytes()).isGreaterThan(2_000_000);
        assertThat(report.fingerprint()).isEqualTo(repository.status().fingerprint());
        assertThat(report.validUntil()).isEqualTo(CLOCK.instant().plus(Duration.ofDays(7)));
    }

    @Test
    void aFingerprintThatIsKnownIsAskedFor() throws Exception {
        Fingerprint right = new Fingerprint(repository.status().fingerprint());

        assertThat(new RepositoryCheck(CLOCK)
                        .check(hostile.repository(), Optional.of(right))
                        .problems())
                .isEmpty();
        assertThatThrownBy(() -> new RepositoryCheck(CLOCK)
                        .check(hostile.repository(), Optional.of(new Fingerprint("0".repeat(64)))))
                .isInstanceOfSatisfying(
                        UntrustedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.OTHER_ROOT));
    }

    @Test
    void anExpiredRepositoryIsRefused() {
        Clock late = Clock.offset(CLOCK, Duration.ofDays(8));

        assertThatThrownBy(() -> new RepositoryCheck(late).check(hostile.repository(), Optional.empty()))
                .isInstanceOfSatisfying(
                        UntrustedException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EXPIRED));
    }

    @Test
    void aFolderWithoutARepositoryIsRefused() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));

        assertThatThrownBy(() -> new RepositoryCheck(CLOCK).check(empty, Optional.empty()))
                .isInstanceOf(RepositoryException.class);
    }

    @Test
    void aChangedJarIsFound() throws Exception {
        Path jar = file("acme.lib-1.0.0.jar");
        byte[] bytes = Files.readAllBytes(jar);
        bytes[bytes.length / 2] ^= 1;
        Files.write(jar, bytes);

        assertThat(onlyProblem()).startsWith(LIB);
    }

    @Test
    void aMissingJarIsFound() throws Exception {
        Files.delete(file("acme.maps.view-1.0.0.jar"));

        assertThat(onlyProblem()).startsWith("bundles/acme.maps.view/");
    }

    @Test
    void aMissingIndexIsFoundAndTheOtherTeamsAreLookedAt() throws Exception {
        try (Stream<Path> walk = Files.walk(hostile.repository())) {
            for (Path index : walk.filter(file -> file.toString().endsWith("index-maps.xml.gz"))
                    .toList()) {
                Files.delete(index);
            }
        }

        assertThat(onlyProblem()).startsWith("team maps");
        assertThat(check().bundles()).isEqualTo(2);
    }

    @Test
    void anEntryWithoutATargetIsFound() throws Exception {
        hostile.sign("acme", entries -> {}, targets -> targets.remove(LIB));

        assertThat(onlyProblem()).isEqualTo("index of acme: expected a signed target for " + LIB + ", found none");
    }

    @Test
    void aTargetWithoutAnEntryIsFound() throws Exception {
        hostile.sign("acme", entries -> entries.removeIf(entry -> entry.bsn().equals("acme.lib")), targets -> {});

        assertThat(onlyProblem()).isEqualTo("index of acme: expected " + LIB + ", found no entry");
    }

    @Test
    void anEntryWithAnotherSizeIsFound() throws Exception {
        hostile.sign("acme", entries -> entries.replaceAll(RepositoryCheckTest::larger), targets -> {});

        assertThat(check().problems()).hasSize(2).allMatch(problem -> problem.contains("found others"));
    }

    private static IndexEntry larger(IndexEntry entry) {
        return new IndexEntry(
                entry.bsn(),
                entry.version(),
                entry.sha256(),
                entry.size() + 1,
                entry.capabilities(),
                entry.requirements());
    }

    @Test
    void aTargetThatIsAnotherTeamsIsFound() throws Exception {
        TargetFile[] stolen = new TargetFile[1];
        hostile.sign("acme", entries -> {}, targets -> stolen[0] = targets.get(LIB));
        hostile.sign("maps", entries -> {}, targets -> targets.put("bundles/acme.lib/acme.lib-2.0.0.jar", stolen[0]));

        assertThat(check().problems())
                .contains("bundles/acme.lib/acme.lib-2.0.0.jar: expected team maps to be asked for it, found nobody");
    }

    @Test
    void aBundleUnderAnothersPathIsFound() throws Exception {
        hostile.sign("acme", entries -> {}, targets -> move(targets, LIB, "bundles/acme.lib/acme.lib-2.0.0.jar"));
        Path jar = file("acme.lib-1.0.0.jar");
        Files.copy(jar, jar.resolveSibling(jar.getFileName().toString().replace("1.0.0", "2.0.0")));

        assertThat(check().problems())
                .anyMatch(problem -> problem.contains("expected the bundle that the path names, found acme.lib 1.0.0"));
    }

    private static void move(Map<String, TargetFile> targets, String from, String to) {
        Optional.ofNullable(targets.remove(from)).ifPresent(file -> targets.put(to, file));
    }

    @Test
    void aWrongDescriptionIsFound() throws Exception {
        hostile.sign(
                "acme",
                entries -> {},
                targets -> targets.computeIfPresent(
                        LIB,
                        (path, file) -> TargetFile.of(
                                file.length(), file.digests().sha256().orElseThrow(), JsonObject.EMPTY)));

        assertThat(onlyProblem()).startsWith(LIB + ": expected custom to be that of the bundle");
    }

    @Test
    void aTeamCantOfferMoreThanClientsRead() {
        JsonObject large = JsonObject.EMPTY.with("note", Json.text("x".repeat(60_000)));
        TargetFile file = TargetFile.of(1, "0".repeat(64), large);

        assertThatThrownBy(() -> hostile.sign("acme", entries -> {}, targets -> {
                    for (int i = 0; i < 300; i++) {
                        targets.put("bundles/acme.b" + i + "/acme.b" + i + "-1.0.0.jar", file);
                    }
                }))
                .isInstanceOf(PublishException.class)
                .extracting("code")
                .isEqualTo("DT-PUBLISH-055");
    }

    @Test
    void namesThatDifferOnlyByCaseAreFound() throws Exception {
        String shouted = "bundles/acme.LIB/acme.LIB-1.0.0.jar";
        hostile.sign("acme", entries -> {}, targets -> Optional.ofNullable(targets.get(LIB))
                .ifPresent(file -> targets.put(shouted, file)));

        assertThat(check().problems()).anyMatch(problem -> problem.contains("differs from others by more than case"));
    }
}
