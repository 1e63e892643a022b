package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.profile.Namespace;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NamespacesTest {

    private static final SampleBundle TABLES = SampleBundle.named("team.tables", "1.0.0");
    private static final SampleBundle NEWER = SampleBundle.named("team.tables", "9.0.0");
    private static final SampleBundle DRIVER = SampleBundle.named("com.h2database", "2.3.232");

    private final Repository tables = trusted("tables", "team.tables", "com.h2database");
    private final Repository charts = trusted("charts", "team.charts.*", "team.tables");

    private static Repository trusted(String name, String bundles, String carries) {
        return new Repository.Trusted(
                name,
                URI.create("https://example.org/" + name + "/"),
                new Fingerprint("0".repeat(64)),
                Namespace.of(NamePatterns.of(bundles), NamePatterns.of(carries)));
    }

    private static Index index(Repository repository, SampleBundle... bundles) {
        return new Index(
                repository.url(),
                Arrays.stream(bundles)
                        .map(bundle -> bundle.indexed(repository.url()))
                        .toList(),
                List.of());
    }

    private static List<String> names(Index index) {
        return index.bundles().stream().map(IndexedBundle::toString).toList();
    }

    private List<Index> held(Index... indexes) {
        return Namespaces.hold(new Profile(List.of(tables, charts)), List.of(indexes));
    }

    @Test
    void aRepositoryBringsItsOwnAndWhatItCarries() {
        assertThat(names(held(index(tables, TABLES, DRIVER)).get(0)))
                .containsExactly("team.tables 1.0.0", "com.h2database 2.3.232");
    }

    @Test
    void aNameOutsideIsRefusedWithBothNamespacesInTheReason() {
        Index held = held(index(charts, DRIVER)).get(0);
        assertThat(held.bundles()).isEmpty();
        assertThat(held.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.entry()).isEqualTo("com.h2database 2.3.232");
            assertThat(refused.repository()).isEqualTo(charts.url());
            assertThat(refused.reason()).contains("team.charts.*").contains("charts may bring");
        });
    }

    @Test
    void aHigherVersionOfAnothersBundleIsRefusedHoweverMuchNewer() {
        List<Index> held = held(index(tables, TABLES), index(charts, NEWER));
        assertThat(names(held.get(0))).containsExactly("team.tables 1.0.0");
        assertThat(held.get(1).bundles()).isEmpty();
        assertThat(held.get(1).refused().get(0).reason()).contains("expected it from tables");
    }

    @Test
    void theOwnersVeryBytesMayComeFromWhoCarriesThem() {
        List<Index> held = held(index(charts, TABLES), index(tables, TABLES));
        assertThat(held.get(0).bundles()).singleElement().satisfies(bundle -> {
            assertThat(bundle).hasToString("team.tables 1.0.0");
            assertThat(bundle.url().toString()).startsWith(charts.url().toString());
            assertThat(bundle.repository()).isEqualTo(tables.url());
        });
    }

    @Test
    void whatIsCarriedCountsWhereNobodyOwnsTheName() {
        Profile alone = new Profile(List.of(charts));
        assertThat(names(Namespaces.hold(alone, List.of(index(charts, NEWER))).get(0)))
                .containsExactly("team.tables 9.0.0");
    }

    @Test
    void anOwnerThatIsAwayStillOwns() {
        assertThat(held(index(charts, TABLES)).get(0).bundles()).isEmpty();
    }

    @Test
    void anUnsignedRepositoryTakesNoNameFromATrustedOne() {
        Repository bare = new Repository.Unsigned(URI.create("http://localhost:8080/"));
        Profile profile = new Profile(List.of(bare, tables));
        List<Index> held = Namespaces.hold(profile, List.of(index(bare, NEWER, DRIVER), index(tables, TABLES)));
        assertThat(names(held.get(0))).containsExactly("com.h2database 2.3.232");
        assertThat(held.get(0).refused()).hasSize(1);
    }
}
