package dev.dovetail.shell.requests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Progress.Phase;
import dev.dovetail.shell.requests.Request.Kind;
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
