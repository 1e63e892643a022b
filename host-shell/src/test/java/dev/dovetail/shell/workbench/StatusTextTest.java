package dev.dovetail.shell.workbench;

import static dev.dovetail.shell.fixture.MemoryFederation.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.workbench.StatusText.Health;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusTextTest {

    private static final RepositoryStatus HERE =
            new RepositoryStatus(URI.create("http://a.example:8080/x"), true, RepositoryStatus.State.CONNECTED, "");
    private static final RepositoryStatus AWAY =
            new RepositoryStatus(URI.create("http://b.example/x"), true, RepositoryStatus.State.AWAY, "gone");

    private static final RepositoryStatus UNASKED =
            new RepositoryStatus(URI.create("http://c.example/x"), true, RepositoryStatus.State.UNASKED, "");

    private static StatusText text(RepositoryStatus... repositories) {
        return StatusText.of(new Snapshot(
                7,
                12,
                List.of(
                        feature("a", "A", "box", "", "", new Installed("1")),
                        feature("b", "B", "box", "", "", new Available("1"))),
                List.of(repositories)));
    }

    @Test
    void countsWhatIsInstalled() {
        assertThat(text(HERE).counts()).isEqualTo("1 feature · 12 bundles · generation 7");
    }

    @Test
    void namesTheOnlyRepositoryAndCountsSeveral() {
        assertThat(text(HERE).connection()).isEqualTo("Connected · a.example:8080");
        assertThat(text(HERE, HERE).connection()).isEqualTo("Connected · 2 repositories");
        assertThat(text(HERE).health()).isEqualTo(Health.GOOD);
    }

    @Test
    void namesAFileRepositoryByItsWholeAddress() {
        assertThat(text(new RepositoryStatus(
                                URI.create("file:/srv/features"), true, RepositoryStatus.State.CONNECTED, ""))
                        .connection())
                .isEqualTo("Connected · file:/srv/features");
    }

    @Test
    void saysCalmlyWhatDoesNotAnswer() {
        assertThat(text(HERE, AWAY).connection()).isEqualTo("1 of 2 repositories not reachable");
        assertThat(text(HERE, AWAY).health()).isEqualTo(Health.PARTLY);
        assertThat(text(AWAY).connection()).isEqualTo("Offline · installed features keep working");
        assertThat(text(AWAY).health()).isEqualTo(Health.AWAY);
        assertThat(text().connection()).isEqualTo("No repository");
    }

    @Test
    void saysThatItIsLookingUntilEachRepositoryWasAsked() {
        assertThat(text(UNASKED).connection()).isEqualTo("Looking for updates…");
        assertThat(text(HERE, UNASKED).connection()).isEqualTo("Looking for updates…");
        assertThat(text(UNASKED).health()).isEqualTo(Health.GOOD);
        assertThat(text(AWAY, UNASKED).connection()).isEqualTo("Looking for updates…");
        assertThat(text(AWAY, UNASKED).health()).isEqualTo(Health.PARTLY);
        assertThat(text(HERE).connection()).isNotEqualTo("Looking for updates…");
    }
}
