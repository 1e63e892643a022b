package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.SignedSample;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.sample.SampleRepository;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(60)
class IntroductionTest {

    private final SignedSample sample = new SignedSample();
    private final SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
    private final Introduction introduction = new Introduction(fetcher, Clock.systemUTC());

    @AfterEach
    void stop() {
        fetcher.close();
        sample.close();
    }

    private void says(JsonObject charter) {
        sample.signatures().saying(JsonObject.EMPTY.with("x-dovetail", charter));
        sample.publish();
    }

    private static JsonObject charter(String name, List<String> bundles, List<String> carries) {
        return JsonObject.EMPTY
                .with("name", Json.text(name))
                .with("bundles", Json.texts(bundles))
                .with("carries", Json.texts(carries));
    }

    private Repository.Trusted meet() throws ProvisioningException {
        return introduction.meet(sample.url(), sample.fingerprint(), Profile.EMPTY);
    }

    @Test
    void whoeverAnswersHasAFingerprintWhichTrustsNothing() throws Exception {
        assertThat(introduction.fingerprint(sample.url())).isEqualTo(sample.fingerprint());
        assertThat(sample.server().requests()).containsExactly("metadata/1.root.json");
    }

    @Test
    void whereNothingIsSignedThereIsNoFingerprint() {
        sample.signatures().files().clear();
        assertThat(catchThrowableOfType(RepositoryException.class, () -> introduction.fingerprint(sample.url()))
                        .code())
                .isEqualTo("DT-FETCH-015");
    }

    @Test
    void whatItSaysOfItselfIsWhatItMayBringUnlessSomebodySaysOtherwise() throws Exception {
        says(charter("charts", List.of("team.charts.*"), List.of("com.h2database")));

        Repository.Trusted met = meet();

        assertThat(met.name()).isEqualTo("charts");
        assertThat(met.url()).isEqualTo(sample.url());
        assertThat(met.root()).isEqualTo(sample.fingerprint());
        assertThat(met.namespace().bundles()).hasToString("team.charts.*");
        assertThat(met.namespace().carries()).hasToString("com.h2database");
        assertThat(met.namespace().packages()).hasToString("team.charts, team.charts.*");
        assertThat(met.namespace().allows()).isEmpty();
    }

    @Test
    void whoSaysNothingOfItselfIsCalledByItsHostAndMayBringWhatIsNobodyElses() throws Exception {
        Repository.Trusted met = meet();
        assertThat(met.name()).isEqualTo("127-0-0-1");
        assertThat(met.namespace()).isEqualTo(Namespace.UNBOUNDED);
    }

    @Test
    void anotherFingerprintIsNotBelieved() {
        assertThat(catchThrowableOfType(
                                UntrustedException.class,
                                () -> introduction.meet(sample.url(), new Fingerprint("0".repeat(64)), Profile.EMPTY))
                        .code())
                .isEqualTo("DT-TRUST-007");
    }

    @Test
    void whatExpiredIsNotBelievedToBeginWith() {
        Introduction late = new Introduction(
                fetcher, Clock.fixed(SampleRepository.EXPIRES.plus(Duration.ofDays(1)), ZoneOffset.UTC));
        assertThat(catchThrowableOfType(
                                UntrustedException.class,
                                () -> late.meet(sample.url(), sample.fingerprint(), Profile.EMPTY))
                        .code())
                .isEqualTo("DT-TRUST-003");
    }

    @ParameterizedTest
    @CsvSource({"Ada's Charts, ada-s-charts", "---, repository", "charts, charts", "ДИАГРАММЫ, repository"})
    void itsNameIsMadeOneThatCanBeTyped(String said, String name) throws Exception {
        says(charter(said, List.of("team.charts"), List.of()));
        assertThat(meet().name()).isEqualTo(name);
    }

    @Test
    void aLongNameIsCutOff() throws Exception {
        says(charter("c".repeat(200), List.of("team.charts"), List.of()));
        assertThat(meet().name()).isEqualTo("c".repeat(40));
    }

    @Test
    void aNameThatIsTakenGetsANumberUnlessItIsItsOwn() throws Exception {
        says(charter("charts", List.of("team.charts"), List.of()));
        Repository.Trusted own = meet();
        Repository.Trusted other =
                new Repository.Trusted("charts", URI.create("https://example.org/"), own.root(), own.namespace());
        Repository.Trusted second =
                new Repository.Trusted("charts-2", URI.create("https://example.org/2/"), own.root(), own.namespace());

        assertThat(introduction
                        .meet(sample.url(), own.root(), new Profile(List.of(own)))
                        .name())
                .isEqualTo("charts");
        assertThat(introduction
                        .meet(sample.url(), own.root(), new Profile(List.of(other, second)))
                        .name())
                .isEqualTo("charts-3");
    }

    static Stream<JsonObject> nonsense() {
        return Stream.of(
                JsonObject.EMPTY.with("name", Json.integer(1)),
                charter("charts", List.of("team.**"), List.of()),
                charter("charts", List.of("team.charts"), List.of("te\u0430m.charts")),
                charter("charts", List.of("team.charts"), List.of()).without(Set.of("carries")));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatItSaysOfItselfMayBeOfNoUse(JsonObject charter) {
        says(charter);
        assertThat(catchThrowableOfType(RepositoryException.class, this::meet).code())
                .isEqualTo("DT-FETCH-018");
    }

    @Test
    void nothingIsLeftOfIt() throws Exception {
        Set<Path> before = temporary();
        meet();
        assertThatExceptionOfType(UntrustedException.class)
                .isThrownBy(() -> introduction.meet(sample.url(), new Fingerprint("0".repeat(64)), Profile.EMPTY));
        assertThat(temporary()).isEqualTo(before);
    }

    private static Set<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(file -> file.getFileName().toString().startsWith("dovetail-introduction"))
                    .collect(Collectors.toSet());
        }
    }

    @Test
    void twoWithTheSameNamesAreNotAddedTogether() throws Exception {
        says(charter("charts", List.of("team.charts.*"), List.of()));
        Repository.Trusted charts = meet();
        Profile profile = Introduction.add(charts, Profile.EMPTY);
        assertThat(profile.repositories()).containsExactly(charts);
        assertThat(Introduction.add(charts, profile)).isEqualTo(profile);

        Repository.Trusted wide = sample.trusted("wide", "team.*");
        Repository.Trusted rival =
                new Repository.Trusted("wide", URI.create("https://example.org/"), wide.root(), wide.namespace());
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> Introduction.add(rival, profile));
        assertThat(refused.code()).isEqualTo("DT-TRUST-021");
        assertThat(refused).hasMessageContaining("wide with team.*").hasMessageContaining("charts with team.charts.*");
    }
}
