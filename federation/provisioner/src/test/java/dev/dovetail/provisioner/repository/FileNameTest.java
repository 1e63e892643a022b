package dev.dovetail.provisioner.repository;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "team-a, team-a",
        "?, %3F",
        "#, %23",
        "/x, %2Fx",
        "../x, ..%2Fx",
        "a b, a%20b",
        "é, %C3%A9",
        "%2F, %252F",
        "'~_.-', '~_.-'"
    })
    void everythingButLettersDigitsAndFourMarksIsEscaped(String role, String quoted) {
        assertThat(FileName.quoted(role)).isEqualTo(quoted);
        assertThat(FileName.ofRole(role)).isEqualTo(quoted);
    }

    @Test
    void theTopLevelRolesHaveTheirNames() {
        assertThat(FileName.ofRole("root")).isEqualTo("root");
        assertThat(FileName.ofRole("timestamp")).isEqualTo("timestamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ROOT", "Root", "Timestamp", "TARGETS", "sNapshot"})
    void noRoleLiesWhereATopLevelOneDoesOnASystemThatIgnoresCase(String role) {
        assertThat(FileName.ofRole(role)).startsWith("%role-");
    }

    @Test
    void aNameIsNeverLongerThanAFileMayHave() {
        assertThat(FileName.ofRole("x".repeat(5000))).hasSizeLessThan(100);
        assertThat(FileName.ofTarget("ä".repeat(5000))).hasSizeLessThan(100);
        assertThat(FileName.ofRole("x".repeat(5000))).isNotEqualTo(FileName.ofRole("x".repeat(5001)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", ".."})
    void noTargetIsADirectory(String path) {
        assertThat(FileName.ofTarget(path)).startsWith("%target-");
    }

    @Test
    void anAddressKeepsTheSlashesAndCarriesTheDigestBeforeTheLastPart() {
        assertThat(FileName.address("a b/c?/d.jar", "00ff.")).isEqualTo("a%20b/c%3F/00ff.d.jar");
        assertThat(FileName.address("d.jar", "")).isEqualTo("d.jar");
    }
}
