package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.FeatureAccount;
import dev.dovetail.provisioner.plan.Loss;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.PlanStep;
import dev.dovetail.provisioner.plan.PlannedFeature;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.plan.Restart;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class PlanInWordsTest {

    private static final URI TEAM = URI.create("http://localhost:8080/");
    private static final IndexedBundle API = bundle("tables.api", "1.1.0", List.of());
    private static final IndexedBundle OLD_API = bundle("tables.api", "1.0.0", List.of());
    private static final IndexedBundle CHARTS = feature("charts");
    private static final IndexedBundle MAPS = feature("maps");
    private static final Restart AGAIN = new Restart(
            "charts",
            Version.valueOf("1"),
            Version.valueOf("1"),
            List.of(new Restart.Move(
                    "team.charts 1.0.0", "osgi.wiring.package", "tables", "tables.api 1.0.0", "tables.api 1.1.0")));
    private static final Plan PLAN = new Plan(
            new Request.UpdateAll(),
            List.of(API),
            List.of(OLD_API),
            List.of(API, CHARTS, MAPS),
            Map.of(),
            List.of(),
            List.of(
                    new PlanStep.Install(API),
                    new PlanStep.Start(new PlannedFeature("maps", MAPS, List.of(MAPS))),
                    new PlanStep.Remove(OLD_API),
                    new PlanStep.Again(new PlannedFeature("charts", CHARTS, List.of(API, CHARTS)), AGAIN)),
            List.of(AGAIN),
            List.of(new Loss(
                    "team.lists 1.0.0",
                    "tables.Source",
                    "tables",
                    "[1,2)",
                    "team.maps 1.0.0",
                    Version.valueOf("2"),
                    false)),
            List.of("old"),
            Map.of("poems", new Refusal.Pinned("poems", "[1.0.0,1.0.0]", List.of(Version.valueOf("2")))));

    private static IndexedBundle feature(String id) {
        return bundle(
                "team." + id,
                "1.0.0",
                List.of(new Clause(
                        "dovetail.feature", Map.of("dovetail.feature", id, "title", id, "vendor", "Team"), Map.of())));
    }

    private static IndexedBundle bundle(String name, String version, List<Clause> capabilities) {
        return new IndexedBundle(
                new IndexedBundle.Identity(name, Version.parseVersion(version), "ab".repeat(32)),
                1500,
                TEAM.resolve(name + ".jar"),
                TEAM,
                capabilities,
                List.of());
    }

    private static Signers signers() {
        return new Signers(new Profile(List.of(new Repository.Unsigned(TEAM))));
    }

    @Test
    void aPlanHasOneLineForEachStepAndSaysWhy() {
        assertThat(new PlanInWords(PLAN, signers()).text()).isEqualToNormalizingNewlines("""
                install  tables.api 1.1.0, 1.5 kB, not signed, from http://localhost:8080/
                start    maps 1.0.0
                remove   tables.api 1.0.0
                restart  charts 1.0.0
                           because team.charts 1.0.0 gets tables from tables.api 1.1.0 instead of tables.api 1.0.0
                note     team.lists 1.0.0 no longer finds tables.Source of team.maps 1.0.0: tables is 2.0.0 there
                note     old can't run on this Dovetail, and is kept as it is
                held     poems: Feature "poems" is pinned to [1.0.0,1.0.0], and stays there. Without the pin there \
                would be: 2.0.0.
                To fetch: 1.5 kB in 1 bundle.""");
    }

    @Test
    void theFactsHaveTheSame() {
        assertThat(PlanFacts.plan(PLAN, signers(), Map.of()))
                .contains("\"step\" : \"restart\"", "\"step\" : \"remove\"", "\"bytes\" : 1500")
                .contains("\"to\" : \"tables.api 1.1.0\"", "\"service\" : \"tables.Source\"")
                .contains("\"resting\" : [ \"old\" ]", "\"code\" : \"DT-RESOLVE-015\"", "\"root\" : \"\"");
    }

    @Test
    void anAccountSaysWhatIsNeededAndSharedAndWhatStandsInTheWay() {
        FeatureAccount account = new FeatureAccount(
                "charts",
                Optional.of(new FeatureAccount.Offered(Version.valueOf("1"), TEAM.toString())),
                List.of(),
                "[1.0.0,2.0.0)",
                true,
                List.of(new Refusal.Link(
                        "team.charts 1.0.0",
                        "osgi.wiring.package",
                        "tables",
                        "[1,2)",
                        "tables.api 1.1.0",
                        Version.valueOf("1.1"),
                        "")),
                List.of(new FeatureAccount.Shared("tables.api 1.1.0", List.of("maps"))),
                new Refusal.NothingNewer("charts", Version.valueOf("1")));

        assertThat(new AccountInWords(account, List.of("tables is shared: tables.api 1.1.0 for charts, maps")).text())
                .isEqualToNormalizingNewlines("""
                Installed  1.0.0 from http://localhost:8080/; can't run on this Dovetail
                On offer   nothing
                Pinned     to [1.0.0,2.0.0)
                Needs      tables [1,2) for team.charts 1.0.0: 1.1.0 of tables.api 1.1.0, Dovetail's own
                Shares     tables.api 1.1.0 with maps
                Package    tables is shared: tables.api 1.1.0 for charts, maps
                Next       Feature "charts" is up to date: nothing newer than 1.0.0 is on offer.
                           Nothing needs to be done. (DT-RESOLVE-005)""");
        assertThat(PlanFacts.account(account, new WiringFacts(Lockfile.EMPTY)))
                .contains("\"provider\" : \"tables.api 1.1.0\"", "\"features\" : [ \"maps\" ]");
    }
}
