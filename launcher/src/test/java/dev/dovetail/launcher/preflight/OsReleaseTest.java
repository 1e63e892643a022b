package dev.dovetail.launcher.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OsReleaseTest {

    @Test
    void readsValuesWithAndWithoutQuotes() {
        String content = "PRETTY_NAME=\"Rocky Linux 9.5\"\nID='rocky'\nID_LIKE=\"rhel centos fedora\"\nVERSION_ID=9.5";

        assertThat(new OsRelease(content).distribution())
                .isEqualTo(new Distribution("rocky", List.of("rhel", "centos", "fedora"), "9.5"));
    }

    @Test
    void doesNotTakeAnotherNameThatEndsAlike() {
        assertThat(new OsRelease("VERSION_ID=\"13\"\nVARIANT_ID=x\nID=debian\n").distribution())
                .isEqualTo(new Distribution("debian", List.of(), "13"));
    }

    @Test
    void knowsNothingFromAnEmptyFile() {
        assertThat(new OsRelease("").distribution()).isEqualTo(Distribution.UNKNOWN);
    }
}
