package dev.dovetail.provisioner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Validity;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.doctor.Finding.Severity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RepositoriesExaminationTest {

    private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");
    private static final URI URL = URI.create("https://example.org/r/");

    private static List<Finding> found(State state, Validity... validity) {
        Known known = new Known(
                Catalog.of(List.of()),
                List.of(new RepositoryStatus(URL, true, state, state == State.AWAY ? "Nothing answers at " + URL : "")),
                validity.length == 0 ? Map.of() : Map.of(URL, validity[0]));
        return new RepositoriesExamination(Clock.fixed(NOW, ZoneOffset.UTC)).look(known);
    }

    private static Validity valid(Duration before, Duration yet) {
        return new Validity(NOW.minus(before), NOW.plus(yet));
    }

    @Test
    void oneThatAnswersWithCurrentMetadataIsFine() {
        List<Finding> findings = found(State.CONNECTED, valid(Duration.ofHours(1), Duration.ofDays(7)));
        assertThat(findings).extracting(Finding::severity).containsOnly(Severity.FINE);
        assertThat(findings).extracting(Finding::subject).containsExactly("repository", "clock");
    }

    @Test
    void oneThatExpiresSoonIsWorthANoteAndOneThatHasIsBroken() {
        assertThat(found(State.CONNECTED, valid(Duration.ofHours(1), Duration.ofDays(1)))
                        .get(0)
                        .severity())
                .isEqualTo(Severity.NOTICE);
        Finding expired = found(State.CONNECTED, valid(Duration.ofDays(9), Duration.ofDays(-2)))
                .get(0);
        assertThat(expired.severity()).isEqualTo(Severity.BROKEN);
        assertThat(expired.message()).contains(URL.toString(), "expired on 2029-12-30T00:00:00Z");
    }

    @Test
    void oneThatDoesNotAnswerIsBrokenInItsOwnWords() {
        Finding away = found(State.AWAY).get(0);
        assertThat(away.severity()).isEqualTo(Severity.BROKEN);
        assertThat(away.message()).isEqualTo("Nothing answers at " + URL);
    }

    @Test
    void aClockBehindWhatThisMachineVerifiedIsWrong() {
        Finding clock = found(State.CONNECTED, valid(Duration.ofDays(-3), Duration.ofDays(9)))
                .get(1);
        assertThat(clock.severity()).isEqualTo(Severity.BROKEN);
        assertThat(clock.message()).contains("2030-01-01", "2030-01-04");
    }

    @Test
    void oneWithoutSignaturesAndNoneAtAllAreWorthANote() {
        assertThat(found(State.CONNECTED).get(0).message()).contains("not signed");
        Known none = new Known(Catalog.of(List.of()), List.of(), Map.of());
        List<Finding> findings = new RepositoriesExamination(Clock.fixed(NOW, ZoneOffset.UTC)).look(none);
        assertThat(findings.get(0).severity()).isEqualTo(Severity.NOTICE);
        assertThat(findings.get(0).hint()).contains("dovetail repository add");
    }
}
