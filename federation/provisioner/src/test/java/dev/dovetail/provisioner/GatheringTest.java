package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class GatheringTest {

    private static final URI CHARTS = URI.create("https://example.org/charts/");
    private static final URI TABLES = URI.create("https://example.org/tables/");
    private static final SampleBundle BUNDLE = SampleBundle.named("team.charts", "1.0.0");

    private static Repository trusted(String name, URI url) {
        return new Repository.Trusted(
                name,
                url,
                new Fingerprint("0".repeat(64)),
                Namespace.of(NamePatterns.of("team." + name), NamePatterns.NONE));
    }

    @Test
    void whatWasFoundOutIsHeldToTheProfile() {
        Gathering gathering = new Gathering();
        gathering.offers(new Index(TABLES, List.of(BUNDLE.indexed(TABLES)), List.of()));
        gathering.offers(new Index(CHARTS, List.of(BUNDLE.indexed(CHARTS)), List.of()));
        gathering.status(new RepositoryStatus(TABLES, true, State.CONNECTED, ""));
        gathering.status(new RepositoryStatus(CHARTS, true, State.AWAY, "gone"));

        Known known = gathering.known(new Profile(List.of(trusted("tables", TABLES), trusted("charts", CHARTS))));

        assertThat(known.catalog().bundles()).hasSize(1);
        assertThat(known.catalog().refused()).isEmpty();
        assertThat(known.repositories()).extracting(RepositoryStatus::url).containsExactly(TABLES, CHARTS);
        assertThat(known.problems()).extracting(RepositoryStatus::detail).containsExactly("gone");
        assertThat(known.validity()).isEmpty();
    }
}
