package dev.dovetail.shell.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Progress.Phase;
import dev.dovetail.shell.requests.Request.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

    private static Request request(Kind kind, Progress progress) {
        return new Request("charts", "Charts", kind, Optional.of(progress));
    }

    @Test
    void countsBundlesAndMegabytes() {
        Request request = request(Kind.ACTIVATE, new Progress(Phase.FETCHING, 2, 4, 1_300_000, 2_600_000));
        assertThat(ProgressText.headline(request)).isEqualTo("Installing Charts");
        assertThat(ProgressText.detail(request)).isEqualTo("Downloading 2 of 4 bundles · 1.3 / 2.6 MB");
        assertThat(ProgressText.fraction(request)).isEqualTo(0.5);
    }

    @Test
    void countsSmallDownloadsInKilobytes() {
        Request request = request(Kind.UPDATE, new Progress(Phase.FETCHING, 0, 1, 4_000, 12_700));
        assertThat(ProgressText.headline(request)).isEqualTo("Updating Charts");
        assertThat(ProgressText.detail(request)).isEqualTo("Downloading 0 of 1 bundle · 4 / 13 KB");
    }

    @Test
    void saysHowLongItWillTakeOnceThatIsKnown() {
        Progress known = new Progress(Phase.FETCHING, 1, 2, 4_000, 12_700, Optional.of(Duration.ofSeconds(45)));
        assertThat(ProgressText.detail(request(Kind.UPDATE, known)))
                .isEqualTo("Downloading 1 of 2 bundles · 4 / 13 KB · 45 s left");
        assertThat(ProgressText.timeLeft(Duration.ofSeconds(200))).isEqualTo("3 min left");
    }

    @Test
    void whatIsBeingAppliedOrTakenOutCannotBeGivenUp() {
        assertThat(ProgressText.cancellable(new Request("charts", "Charts", Kind.UPDATE, Optional.empty())))
                .isTrue();
        assertThat(ProgressText.cancellable(request(Kind.ACTIVATE, new Progress(Phase.FETCHING, 0, 1, 0, 9))))
                .isTrue();
        assertThat(ProgressText.cancellable(request(Kind.UPDATE, new Progress(Phase.APPLYING, 0, 0, 0, 0))))
                .isFalse();
        assertThat(ProgressText.cancellable(new Request("charts", "Charts", Kind.REMOVE, Optional.empty())))
                .isFalse();
    }

    @Test
    void hasNoShareWhereNothingCanBeCounted() {
        Request planning = request(Kind.ACTIVATE, new Progress(Phase.PLANNING, 0, 0, 0, 0));
        assertThat(ProgressText.headline(planning)).isEqualTo("Opening Charts");
        assertThat(ProgressText.detail(planning)).isEqualTo("Finding out what is needed…");
        assertThat(ProgressText.fraction(planning)).isEqualTo(-1);
        assertThat(ProgressText.detail(request(Kind.ACTIVATE, new Progress(Phase.FETCHING, 0, 0, 0, 0))))
                .isEqualTo("Nothing to download");
    }

    @Test
    void namesTheLastStep() {
        Progress applying = new Progress(Phase.APPLYING, 1, 1, 10, 10);
        assertThat(ProgressText.detail(request(Kind.ACTIVATE, applying))).isEqualTo("Starting…");
        assertThat(ProgressText.detail(request(Kind.REMOVE, applying))).isEqualTo("Taking it out…");
        assertThat(ProgressText.detail(new Request("charts", "Charts", Kind.REMOVE, Optional.empty())))
                .isEqualTo("Getting ready…");
    }
}
