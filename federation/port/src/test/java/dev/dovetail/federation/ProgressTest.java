package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ProgressTest {

    @Test
    void howLongItWillTakeIsNotKnownUnlessItIsSaid() {
        Progress progress = new Progress(Progress.Phase.FETCHING, 1, 2, 10, 20);
        assertThat(progress.timeLeft()).isEmpty();
        assertThat(progress.bytesTotal()).isEqualTo(20);
    }

    @Test
    void nothingIsKnownAgainstARepositoryThatIsBeingAsked() {
        URI url = URI.create("https://example.org/");
        assertThat(new RepositoryStatus(url, true, RepositoryStatus.State.ASKING, "").reachable())
                .isTrue();
        assertThat(new RepositoryStatus(url, true, RepositoryStatus.State.AWAY, "gone").reachable())
                .isFalse();
    }
}
