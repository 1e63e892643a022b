package dev.dovetail.publisher.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.util.concurrent.internal.InternalFutureFailureAccess;
import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.publisher.Bundles;
import dev.dovetail.publisher.failure.PublishException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.h2.Driver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("NullAway.Init") // Set before each test.
class SignedRepositoryTest {

    @TempDir
    private Path folder;

    private Workshop workshop;

    @BeforeEach
    void workshop() {
        workshop = new Workshop(folder);
    }

    private Path bundle(String bsn, String version, String... headers) throws IOException {
        return Bundles.bundle(folder, bsn, version, headers);
    }

    private static void refused(String code, ThrowingCallable doing) {
        assertThatThrownBy(doing)
                .isInstanceOf(PublishException.class)
                .extracting("code")
                .isEqualTo(code);
    }

    private List<String> files() throws IOException {
        try (Stream<Path> walk = Files.walk(workshop.repository())) {
            return walk.filter(Files::isRegularFile)
                    .map(file ->
                            workshop.repository().relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aNewRepositoryHasKeysForEachRoleAndOffersNothing() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "acme.*"));

        RepositoryStatus status = repository.status();
        assertThat(status.name()).isEqualTo("acme");
        assertThat(status.bundles()).containsExactly("acme.*");
        assertThat(status.roles())
                .extracting(RoleStatus::name)
                .containsExactly("root", "targets", "acme", "snapshot", "timestamp");
        assertThat(status.role("root").threshold()).isEqualTo(2);
        assertThat(status.role("root").keys()).hasSize(3);
        assertThat(status.unused()).isEmpty();
        assertThat(files())
                .contains("metadata/1.root.json", "metadata/timestamp.json", "index.html")
                .anyMatch(file -> file.matches("targets/[0-9a-f]{64}\\.index-acme\\.xml\\.gz"));
    }

    @Test
    void aReleaseIsOfferedUnderItsDigest() throws Exception {
        Release release = workshop.create(Charter.of("acme")).publish(List.of(bundle("acme.lib", "1.2.0")));

        assertThat(release.published())
                .extracting(published -> published.jar().title())
                .containsExactly("acme.lib 1.2.0");
        assertThat(files())
                .contains("targets/bundles/acme.lib/"
                        + release.published().get(0).jar().sha256() + ".acme.lib-1.2.0.jar");
        assertThat(workshop.open().status().role("acme").version()).isEqualTo(2);
    }

    @Test
    void librariesOfOthersArePublishedAsTheyAre() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "acme.*")
                .carrying("com.google.guava", "com.google.guava.failureaccess", "com.h2database"));

        Release release = repository.publish(List.of(
                Bundles.jarOf(ImmutableList.class),
                Bundles.jarOf(InternalFutureFailureAccess.class),
                Bundles.jarOf(Driver.class)));

        assertThat(release.published())
                .extracting(published -> published.jar().bsn())
                .containsExactly("com.google.guava", "com.google.guava.failureaccess", "com.h2database");
    }

    @Test
    void theSameBytesAgainAreNothingToDo() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        repository.publish(List.of(bundle("acme.lib", "1.0.0")));
        List<String> before = files();

        Release again = repository.publish(List.of(bundle("acme.lib", "1.0.0")));

        assertThat(again.published()).isEmpty();
        assertThat(again.unchanged()).hasSize(1);
        assertThat(files()).isEqualTo(before);
    }

    private Path feature() throws IOException {
        return bundle(
                "acme.charts", "1.0.0", "Provide-Capability: dovetail.feature;dovetail.feature=charts;title=Charts");
    }

    /** What the signed index says now of when releases must be in. */
    private List<String> mandates(int version) throws Exception {
        String team = Files.readString(workshop.repository().resolve("metadata/" + version + ".acme.json"));
        Matcher digest = Pattern.compile("index-acme\\.xml\\.gz.*?\"sha256\":\\s*\"([0-9a-f]{64})\"", Pattern.DOTALL)
                .matcher(team);
        assertThat(digest.find()).as(team).isTrue();
        Path index = workshop.repository().resolve("targets/" + digest.group(1) + ".index-acme.xml.gz");
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(index))) {
            String xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("name=\"dovetail\\.mandatory\" value=\"([^\"]*)\"")
                    .matcher(xml)
                    .results()
                    .map(found -> found.group(1))
                    .toList();
        }
    }

    @Test
    void whatMustBeInIsSaidInTheIndexMovedAndWithdrawnWithoutAnotherRelease() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        Mandate noon = new Mandate(Workshop.NOW.plus(Duration.ofDays(1)), "A gap is closed.");
        Mandate later = new Mandate(Workshop.NOW.plus(Duration.ofDays(2)), "");
        List<Path> jars = List.of(feature());
        Release release = repository.publish(jars, Optional.empty(), new Urgency.Mandatory(noon));
        assertThat(release.mandated()).hasSize(1);
        assertThat(mandates(2)).containsExactly(noon.by().toString());

        repository.publish(jars, Optional.empty(), new Urgency.Mandatory(later));
        assertThat(mandates(3)).containsExactly(later.by().toString());
        assertThat(repository.publish(jars).unchanged()).hasSize(1);
        assertThat(mandates(3)).as("who says nothing changes nothing").hasSize(1);

        Release withdrawn = repository.publish(jars, Optional.empty(), new Urgency.Withdrawn());
        assertThat(withdrawn.unchanged()).hasSize(1);
        assertThat(withdrawn.mandated()).hasSize(1);
        assertThat(mandates(4)).isEmpty();
        refused(
                "DT-PUBLISH-057",
                () -> repository.publish(
                        List.of(bundle("acme.lib", "1.0.0")), Optional.empty(), new Urgency.Withdrawn()));
    }

    @Test
    void aVersionIsNeverOverwritten() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        repository.publish(List.of(bundle("acme.lib", "1.0.0")));
        List<String> before = files();
        Path other = bundle("acme.lib", "1.0.0", "Bundle-Name: Other");
        Path fresh = bundle("acme.other", "1.0.0");

        refused("DT-PUBLISH-047", () -> repository.publish(List.of(fresh, other)));
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void aVersionTwiceInOneCommandIsRefused() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        Path one = bundle("acme.lib", "1.0.0");
        Path other = bundle("acme.lib", "1.0.0", "Bundle-Name: Other");

        refused("DT-PUBLISH-054", () -> repository.publish(List.of(one, other)));
    }

    @Test
    void theSameJarTwiceInOneCommandIsOneRelease() throws Exception {
        Path jar = bundle("acme.lib", "1.0.0");

        assertThat(workshop.create(Charter.of("acme"))
                        .publish(List.of(jar, jar))
                        .published())
                .hasSize(1);
    }

    @Test
    void namesThatDifferOnlyByCaseAreRefused() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        repository.publish(List.of(bundle("acme.lib", "1.0.0.beta")));
        Path name = bundle("acme.Lib", "2.0.0");
        Path version = bundle("acme.lib", "1.0.0.BETA");

        refused("DT-PUBLISH-046", () -> repository.publish(List.of(name)));
        refused("DT-PUBLISH-046", () -> repository.publish(List.of(version)));
    }

    @Test
    void aNameOfNoTeamIsRefused() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "acme.charts.*"));
        Path jar = bundle("acme.charts", "1.0.0");

        refused("DT-PUBLISH-044", () -> repository.publish(List.of(jar)));
    }

    @Test
    void somethingElseIsNotMadeARepository() throws Exception {
        Files.createDirectories(workshop.repository());
        Files.writeString(workshop.repository().resolve("precious.txt"), "mine");

        refused("DT-PUBLISH-052", () -> workshop.create(Charter.of("acme")));
        assertThat(files()).contains("precious.txt");
    }

    @Test
    void keysOfAnotherRepositoryAreLeftAlone() throws Exception {
        workshop.create(Charter.of("acme"));
        try (Stream<Path> walk = Files.walk(workshop.repository())) {
            for (Path path : walk.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }

        refused("DT-PUBLISH-053", () -> workshop.create(Charter.of("acme")));
    }

    @Test
    void anOddNameIsRefused() {
        refused("DT-PUBLISH-040", () -> workshop.create(Charter.of("Acme")));
        refused("DT-PUBLISH-040", () -> workshop.create(Charter.of("root")));
        refused("DT-PUBLISH-040", () -> workshop.create(Charter.of("../acme")));
    }

    @Test
    void aFolderThatIsNoRepositoryIsRefused() throws Exception {
        workshop.create(Charter.of("acme"));
        Files.delete(workshop.repository().resolve("metadata/1.root.json"));

        refused("DT-PUBLISH-041", () -> workshop.open().refresh(Set.of()));
    }

    @Test
    void aTeamPublishesItsNamesAndNoOthers() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "*"));
        repository.addTeam("charts", Charter.patterns(List.of("acme.charts.*")), List.of());
        Path charts = bundle("acme.charts.view", "1.0.0");

        Release release = repository.publish(List.of(charts, bundle("acme.lib", "1.0.0")));

        assertThat(release.published()).extracting(Release.Published::team).containsExactly("charts", "acme");
        refused("DT-PUBLISH-045", () -> repository.publish(List.of(charts), Optional.of("acme")));
    }

    @Test
    void whatWasPublishedOfATeamsNamesComesWithThem() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "*"));
        Path charts = bundle("acme.charts.view", "1.0.0");
        repository.publish(List.of(charts, bundle("acme.lib", "1.0.0")));

        List<String> moved = repository.addTeam("charts", Charter.patterns(List.of("acme.charts.*")), List.of());

        assertThat(moved).containsExactly("acme.charts.view 1.0.0");
        assertThat(repository.publish(List.of(charts), Optional.of("charts")).unchanged())
                .hasSize(1);
        assertThat(repository.status().bundles()).containsExactlyInAnyOrder("*", "acme.charts.*");
    }

    @Test
    void aTeamCantHaveAnothersNames() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "acme.charts.*", "acme.lib"));

        refused(
                "DT-PUBLISH-049",
                () -> repository.addTeam("charts", Charter.patterns(List.of("acme.charts.*")), List.of()));
        refused(
                "DT-PUBLISH-049",
                () -> repository.addTeam("charts", Charter.patterns(List.of("acme.*", "acme.charts.x")), List.of()));
        refused("DT-PUBLISH-048", () -> repository.addTeam("acme", Charter.patterns(List.of("other.*")), List.of()));
        assertThat(repository.status().unused()).isEmpty();
    }

    @Test
    void aWiderTeamLeavesNarrowerNamesToOthers() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "acme.charts.*"));
        repository.addTeam("rest", Charter.patterns(List.of("*")), List.of());

        Release release =
                repository.publish(List.of(bundle("acme.charts.view", "1.0.0"), bundle("something.else", "1.0.0")));

        assertThat(release.published()).extracting(Release.Published::team).containsExactly("acme", "rest");
    }

    @Test
    void whatARevokedTeamPublishedIsNoLongerOffered() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme", "acme.*"));
        repository.addTeam("maps", Charter.patterns(List.of("maps.*")), Charter.patterns(List.of("com.h2database")));
        repository.publish(List.of(bundle("maps.view", "1.0.0"), Bundles.jarOf(Driver.class)));
        assertThat(repository.status().carries()).containsExactly("com.h2database");

        repository.revokeTeam("maps");

        assertThat(repository.status().roles()).extracting(RoleStatus::name).doesNotContain("maps");
        assertThat(repository.status().bundles()).containsExactly("acme.*");
        assertThat(repository.status().carries()).isEmpty();
        Path jar = bundle("maps.view", "1.1.0");
        refused("DT-PUBLISH-044", () -> repository.publish(List.of(jar)));
        refused("DT-PUBLISH-050", () -> repository.revokeTeam("maps"));
    }

    @Test
    void refreshingMovesTheEndsThatAreNear() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        RepositoryStatus before = repository.status();
        SignedRepository later = workshop.at(Workshop.NOW.plus(Duration.ofDays(6)));

        assertThat(later.refresh(Set.of())).isEqualTo(Workshop.NOW.plus(Duration.ofDays(13)));

        RepositoryStatus after = later.status();
        assertThat(after.role("timestamp").version()).isEqualTo(2);
        assertThat(after.role("snapshot")).isEqualTo(before.role("snapshot"));
        workshop.at(Workshop.NOW.plus(Duration.ofDays(8))).refresh(Set.of());
        assertThat(repository.status().role("snapshot").version()).isEqualTo(2);
    }

    @Test
    void rolesThatAreNamedAreSignedAnew() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        repository.publish(List.of(bundle("acme.lib", "1.0.0")));
        SignedRepository later = workshop.at(Workshop.NOW.plus(Duration.ofDays(80)));
        assertThat(later.status().endingSoon()).extracting(RoleStatus::name).containsExactly("acme");

        later.refresh(Set.of("root", "targets", "acme"));

        assertThat(later.status().endingSoon()).isEmpty();
        assertThat(later.status().role("root").version()).isEqualTo(2);
        refused("DT-PUBLISH-050", () -> later.refresh(Set.of("nobody")));
    }

    @Test
    void whatIsSignedByNobodyIsNotSignedAgain() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        Path targets = workshop.repository().resolve("metadata/1.targets.json");
        Files.writeString(targets, Files.readString(targets).replace("bundles/*/*", "bundles/*/?"));

        refused("DT-PUBLISH-042", () -> repository.addTeam("evil", List.of(new NamePattern("x")), List.of()));
    }

    @Test
    void aCommandNamesTheKeyFilesThatItLacks() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        String file = repository.status().role("targets").keys().get(0).file();
        Files.delete(workshop.keyFolder().path().resolve(file));

        assertThatThrownBy(() -> repository.addTeam("more", List.of(new NamePattern("x")), List.of()))
                .isInstanceOfSatisfying(
                        PublishException.class, e -> assertThat(e.hint()).contains(file));
        repository.publish(List.of(bundle("acme.lib", "1.0.0")));
    }

    @Test
    void longReplacedFilesAreDeletedAndRootsAreNot() throws Exception {
        SignedRepository repository = workshop.create(Charter.of("acme"));
        repository.publish(List.of(bundle("acme.lib", "1.0.0")));
        repository.rotate("root");
        assertThat(files()).contains("metadata/1.acme.json", "metadata/1.snapshot.json");

        workshop.at(java.time.Instant.now().plus(Duration.ofDays(31))).refresh(Set.of("root"));

        assertThat(files())
                .contains("metadata/1.root.json", "metadata/2.root.json", "metadata/1.targets.json")
                .doesNotContain("metadata/1.acme.json", "metadata/1.snapshot.json")
                .filteredOn(file -> file.contains(".index-"))
                .hasSize(1);
    }
}
