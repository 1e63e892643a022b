package dev.dovetail.provisioner.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.doctor.Finding.Severity;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.health.HeldUp;
import dev.dovetail.provisioner.profile.Profile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class HomeExaminationTest {

    @TempDir
    Path home;

    private List<Finding> found() {
        return new HomeExamination(home, Disk.at(home)).look();
    }

    private Finding about(String subject) {
        return found().stream()
                .filter(finding -> finding.subject().equals(subject))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHomeThatIsNotThereYetIsFine() {
        Path nowhere = home.resolve("nowhere");
        assertThat(new HomeExamination(nowhere, Disk.at(nowhere)).look())
                .singleElement()
                .extracting(Finding::severity)
                .isEqualTo(Severity.FINE);
    }

    @Test
    void anEmptyHomeIsFine() throws Exception {
        Disk.at(home).profile().write(Profile.EMPTY);
        assertThat(found()).extracting(Finding::severity).doesNotContain(Severity.BROKEN);
        assertThat(found()).extracting(Finding::subject).containsExactly("home", "disk", "profile", "generations");
        assertThat(about("profile").message()).isEqualTo("It trusts 0 repositories and has 0 pins.");
    }

    @Test
    void whatCannotBeReadIsBrokenAndSaysWhatHelps() throws Exception {
        Files.writeString(home.resolve("profile.json"), "{");
        Files.createDirectory(home.resolve("generations"));
        Files.writeString(home.resolve("generations/1.lock"), "{");
        Files.writeString(home.resolve("current"), "1\n");
        assertThat(about("profile").severity()).isEqualTo(Severity.BROKEN);
        assertThat(about("profile").hint()).contains("repository add");
        assertThat(about("generations").severity()).isEqualTo(Severity.BROKEN);
        assertThat(found())
                .filteredOn(finding -> finding.subject().equals("generations"))
                .extracting(Finding::severity)
                .containsExactly(Severity.BROKEN, Severity.NOTICE);
    }

    @Test
    void whoHoldsUpTheWindowIsNamed() throws Exception {
        Disk.at(home).heldUp().write(new HeldUp("charts", "1.1.0", "team.charts.Board.draw", Instant.EPOCH));
        assertThat(about("health").message())
                .isEqualTo("charts 1.1.0 holds up the window since 1970-01-01T00:00:00Z, in team.charts.Board.draw.");
    }

    @Test
    void whatFailedHereIsWorthANote() throws Exception {
        FailedVersion failed = new FailedVersion("charts", "1.1.0", "0".repeat(64), "It threw.", Instant.EPOCH);
        Disk.at(home).health().change(health -> health.failing(failed));
        assertThat(about("health").message()).isEqualTo("charts 1.1.0 failed here: It threw.");
        assertThat(about("health").hint()).contains("dovetail forgive charts");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aHomeThatOthersMayWriteIntoIsBroken() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(about("home").severity()).isEqualTo(Severity.BROKEN);
        assertThat(about("home").hint()).contains("chmod go-w");
    }
}
