package dev.dovetail.provisioner.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.gate.Grant;
import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.gate.Permission;
import dev.dovetail.trust.Fingerprint;
import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final Repository CHARTS = repository("charts", "team.charts.*");
    private static final Repository TABLES = repository("tables", "team.tables");

    private static Repository.Trusted repository(String name, String... bundles) {
        return new Repository.Trusted(
                name,
                URI.create("https://example.org/" + name + "/"),
                new Fingerprint("0".repeat(64)),
                Namespace.of(NamePatterns.of(bundles), NamePatterns.of("com.h2database")));
    }

    @Test
    void whatIsAddedStandsBehindWhatIsThere() {
        assertThat(new Profile(List.of(TABLES)).with(CHARTS).repositories()).containsExactly(TABLES, CHARTS);
    }

    @Test
    void anAddressThatIsAddedAgainKeepsItsPlaceOnItsNewTerms() {
        Repository wider = repository("charts", "team.charts.*", "team.plots");
        assertThat(new Profile(List.of(CHARTS, TABLES)).with(wider).repositories())
                .containsExactly(wider, TABLES);
    }

    @Test
    void aRepositoryIsFoundByItsNameAndByItsAddressWithOrWithoutTheLastSlash() {
        Profile profile = new Profile(List.of(CHARTS, TABLES));
        assertThat(profile.repository("charts")).contains(CHARTS);
        assertThat(profile.repository("https://example.org/tables/")).contains(TABLES);
        assertThat(profile.repository("https://example.org/tables")).contains(TABLES);
        assertThat(profile.repository("plots")).isEmpty();
    }

    @Test
    void whoWouldOwnAnothersNameIsARival() {
        Profile profile = new Profile(List.of(CHARTS, TABLES));
        assertThat(profile.rival(repository("plots", "team.charts.plots"))).contains(CHARTS);
        assertThat(profile.rival(repository("all", "*"))).contains(CHARTS);
        assertThat(profile.rival(repository("wide", "team.*"))).contains(CHARTS);
        assertThat(profile.rival(repository("plots", "team.plots", "team.chartsplus")))
                .isEmpty();
        assertThat(profile.rival(repository("charts", "team.charts.*"))).isEmpty();
    }

    @Test
    void aGrantKeepsOthersPackagesFromWhatIsCarried() {
        Grant grant = new Profile(List.of(CHARTS, TABLES)).grants().of(CHARTS.url(), "team.charts.feature");
        assertThat(grant.publisher()).isEqualTo("charts");
        assertThat(grant.bundles()).isEqualTo(NamePatterns.of("team.charts.*"));
        assertThat(grant.packages().match("team.charts")).isTrue();
        assertThat(grant.packages().match("team.charts.api")).isTrue();
        assertThat(grant.packages().match("team.tables")).isFalse();
        assertThat(grant.foreign().match("team.tables")).isTrue();
        assertThat(grant.foreign().match("team.tables.api")).isTrue();
        assertThat(grant.foreign().match("team.charts")).isFalse();
        assertThat(grant.allows()).isEmpty();
    }

    @Test
    void whatIsCarriedOfAnothersNamesMayExportThatOnesPackagesAndNobodyElses() {
        Repository plots = repository("plots", "team.plots");
        Grant grant = new Profile(List.of(CHARTS, TABLES, plots)).grants().of(CHARTS.url(), "team.tables");
        assertThat(grant.foreign().match("team.tables.api")).isFalse();
        assertThat(grant.foreign().match("team.plots")).isTrue();
    }

    @Test
    void whoOwnsEverythingTakesNothingFromOthers() {
        Profile profile = new Profile(List.of(repository("all", "*"), CHARTS));
        assertThat(profile.grants().of(CHARTS.url(), "team.charts.feature").foreign())
                .isEqualTo(NamePatterns.NONE);
    }

    @Test
    void whatWasLetInByARepositoryThatIsGoneStays() {
        Grant grant = Profile.EMPTY.grants().of(CHARTS.url(), "team.charts.feature");
        assertThat(grant.bundles().match("team.charts.feature")).isTrue();
        assertThat(grant.publisher()).isEqualTo(CHARTS.url().toString());
    }

    @Test
    void permissionsAreWhatThePersonGave() {
        Namespace namespace = CHARTS.namespace().allowing(Set.of(Permission.NATIVE));
        Repository allowed = new Repository.Trusted("charts", CHARTS.url(), new Fingerprint("0".repeat(64)), namespace);
        assertThat(new Profile(List.of(allowed))
                        .grants()
                        .of(CHARTS.url(), "team.charts.feature")
                        .allows())
                .containsExactly(Permission.NATIVE);
    }
}
