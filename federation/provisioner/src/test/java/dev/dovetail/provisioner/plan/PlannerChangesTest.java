package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static dev.dovetail.provisioner.plan.Planned.outcome;
import static dev.dovetail.provisioner.plan.Planned.plan;
import static dev.dovetail.provisioner.plan.Planned.refusal;
import static dev.dovetail.provisioner.plan.Planned.there;
import static dev.dovetail.provisioner.plan.Planned.wires;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Who is touched by a change, and who is not. */
class PlannerChangesTest {

    private static final String SERVICE = "tables.Source";

    private final IndexedBundle api1 =
            bundle("tables.api", "1").exports("tables", "1").build();
    private final IndexedBundle api11 =
            bundle("tables.api", "1.1").exports("tables", "1.1").build();
    private final IndexedBundle explorer1 = explorer("1", "[1,2)");

    private static IndexedBundle explorer(String version, String range) {
        return ServiceSketch.provides(feature("explorer", version).imports("tables", range), SERVICE)
                .build();
    }

    private static IndexedBundle charts(String range) {
        return ServiceSketch.mayUse(feature("charts", "1").imports("tables", range), SERVICE)
                .build();
    }

    @Test
    void replacingOneFeatureRestartsThatFeatureAlone() {
        var plan = plan(
                new Request.Update("explorer"),
                there(api1, explorer1, charts("[1,2)")),
                catalog(explorer("1.1", "[1,2)"), api11));

        assertThat(plan.restarts())
                .containsExactly(new Restart("explorer", Version.valueOf("1"), Version.valueOf("1.1"), List.of()));
        assertThat(plan.add()).hasSize(1);
    }

    @Test
    void aNewApiRestartsWhoeverTalksThroughItAndThePlanSaysWhy() {
        var plan = plan(
                new Request.Update("explorer"),
                there(api1, explorer1, charts("[1,2)")),
                catalog(explorer("1.1", "[1.1,2)"), api11));

        assertThat(plan.restarts()).extracting(Restart::featureId).containsExactly("charts", "explorer");
        assertThat(plan.restarts().get(0))
                .isEqualTo(new Restart(
                        "charts",
                        Version.valueOf("1"),
                        Version.valueOf("1"),
                        List.of(new Restart.Move(
                                "acme.charts 1.0.0",
                                "osgi.wiring.package",
                                "tables",
                                "tables.api 1.0.0",
                                "tables.api 1.1.0"))));
        assertThat(plan.remove()).containsExactlyInAnyOrder(explorer1, api1);
        assertThat(plan.steps())
                .extracting(step -> step.getClass().getSimpleName())
                .containsExactly("Install", "Install", "Replace", "Remove", "Remove", "Again");
    }

    @Test
    void theProviderFollowsItsUser() {
        var plan = plan(new Request.Install("charts"), there(api1, explorer1), catalog(charts("[1.1,2)"), api11));

        assertThat(wires(plan))
                .contains(
                        "acme.explorer 1.0.0 <- tables <- tables.api 1.1.0",
                        "acme.charts 1.0.0 <- tables <- tables.api 1.1.0");
        assertThat(plan.restarts()).extracting(Restart::featureId).containsExactly("explorer");
    }

    @Test
    void saysWhatAFeatureWillNoLongerFindWhenItCanDoWithout() {
        var api2 = bundle("tables.api", "2").exports("tables", "2").build();
        var plan = plan(
                new Request.Update("explorer"),
                there(api1, explorer1, charts("[1,2)")),
                catalog(explorer("2", "[2,3)"), api2));

        assertThat(plan.losses())
                .containsExactly(new Loss(
                        "acme.charts 1.0.0",
                        SERVICE,
                        "tables",
                        "[1,2)",
                        "acme.explorer 2.0.0",
                        Version.valueOf("2"),
                        false));
        assertThat(plan.restarts()).extracting(Restart::featureId).containsExactly("explorer");
    }

    @Test
    void updatesTogetherWhatCantBeUpdatedAlone() {
        var api2 = bundle("tables.api", "2").exports("tables", "2").build();
        var needy = ServiceSketch.uses(feature("charts", "1").imports("tables", "[1,2)"), SERVICE)
                .build();
        var later = ServiceSketch.uses(feature("charts", "2").imports("tables", "[2,3)"), SERVICE)
                .build();
        var there = there(api1, explorer1, needy);
        var catalog = catalog(explorer("2", "[2,3)"), api2, later);

        assertThat(refusal(new Request.Update("explorer"), there, catalog)).isInstanceOf(Refusal.WouldStop.class);
        var plan = plan(new Request.UpdateAll(), there, catalog);
        assertThat(plan.restarts()).extracting(Restart::to).containsOnly(Version.valueOf("2"));
        assertThat(plan.held()).isEmpty();
    }

    @Test
    void updatesAsManyAsGoAndSaysWhyTheOthersStay() {
        var plan = plan(
                new Request.UpdateAll(),
                there(
                        feature("a", "1").build(),
                        feature("b", "1").build(),
                        feature("c", "1").build()),
                catalog(
                        feature("a", "2").imports("gone", "1").build(),
                        feature("b", "2").build(),
                        feature("c", "2").build()),
                Pins.NONE.with("c", new VersionRange("[1,1]")));

        assertThat(plan.restarts()).extracting(Restart::featureId).containsExactly("b");
        assertThat(plan.held().get("a")).isInstanceOf(Refusal.MissingRequirement.class);
        assertThat(plan.held().get("c")).isInstanceOf(Refusal.Pinned.class);
    }

    @Test
    void aPinnedFeatureIsNeverMovedAndOthersGoOnAroundIt() {
        var pins = Pins.NONE.with("explorer", new VersionRange("[1,1]"));
        var there = there(api1, explorer1);

        assertThat(outcome(new Request.Update("explorer"), there, catalog(explorer("1.1", "[1,2)")), pins))
                .isEqualTo(new Refusal.Pinned("explorer", "[1.0.0,1.0.0]", List.of(Version.valueOf("1.1"))));
        assertThat(outcome(
                        new Request.Install("explorer", new VersionRange("[1.1,2)")),
                        there,
                        catalog(explorer("1.1", "[1,2)")),
                        pins))
                .isInstanceOf(Refusal.Pinned.class);
        assertThat(plan(new Request.Install("charts"), there, catalog(charts("[1,2)")), pins)
                        .restarts())
                .isEmpty();
        assertThat(plan(new Request.Remove("explorer"), there, catalog(), pins).features())
                .isEmpty();
    }

    @Test
    void aFeatureThatCouldNotRunStartsInAVersionThatCan() {
        var old = feature("old", "1").imports("javafx.scene", "[17,21)").build();
        var newer = feature("old", "2").imports("javafx.scene", "[21,22)").build();

        var plan = plan(new Request.Update("old"), there(old), catalog(newer));

        assertThat(plan.resting()).isEmpty();
        assertThat(plan.restarts()).isEmpty();
        assertThat(plan.steps())
                .containsExactly(
                        new PlanStep.Install(newer),
                        new PlanStep.Start(new PlannedFeature("old", newer, List.of(newer))),
                        new PlanStep.Remove(old));
    }

    @Test
    void aHostThatGetsAFragmentRestarts() {
        var host = bundle("host", "1").exports("host", "1").build();
        var explorer = feature("explorer", "1").imports("host", "1").build();
        var fragment = bundle("fragment", "1")
                .exports("p", "1")
                .requires("osgi.wiring.host", "(osgi.wiring.host=host)", Map.of())
                .build();
        var maps = feature("maps", "1").imports("p", "1").build();

        var plan = plan(new Request.Install("maps"), there(host, explorer), catalog(fragment, maps));

        assertThat(plan.restarts()).singleElement().satisfies(restart -> {
            assertThat(restart.featureId()).isEqualTo("explorer");
            assertThat(restart.moves())
                    .containsExactly(new Restart.Move("host 1.0.0", "osgi.wiring.host", "host", "", "fragment 1.0.0"));
        });
    }

    @Test
    void anOptionalPackageThatArrivesDisturbsNobody() {
        var charts = feature("charts", "1").importsOptionally("lib", "1").build();
        var lib = bundle("lib", "1").exports("lib", "1").build();
        var maps = feature("maps", "1").imports("lib", "1").build();

        assertThat(plan(new Request.Install("maps"), there(charts), catalog(lib, maps))
                        .restarts())
                .isEmpty();
    }

    @Test
    void doesWithoutWhatIsOptionalWhenItDoesNotGoTogether() {
        var one = bundle("lib1", "1").exports("lib", "1").build();
        var two = bundle("lib2", "1").exports("lib", "2").build();
        var a = bundle("a", "1")
                .exports("a", "1", Map.of("uses", "lib"))
                .imports("lib", "[1,2)")
                .build();
        var other = bundle("b", "1").exports("b", "1").imports("lib", "[2,3)").build();
        var charts = feature("charts", "1")
                .imports("a", "1")
                .imports("b", "1")
                .importsOptionally("lib", "[2,3)")
                .build();

        var plan = plan(new Request.Install("charts"), there(), catalog(one, two, a, other, charts));

        assertThat(wires(plan)).noneMatch(wire -> wire.startsWith("acme.charts 1.0.0 <- lib"));
    }

    @Test
    void looksAtOtherKindsOfCapabilitiesAndAtTheirUses() {
        var ee = bundle("platform", "1")
                .provides("osgi.ee", Map.of("osgi.ee", "JavaSE", "version", List.of(Version.valueOf("17"))), Map.of())
                .platform();
        var charts = feature("charts", "1")
                .requires("osgi.ee", "(&(osgi.ee=JavaSE)(version=17))", Map.of())
                .requires("acme.engine", "(&(kind=fast)(power>=3))", Map.of())
                .build();
        var slow = bundle("slow", "1")
                .provides("acme.engine", Map.of("kind", "fast", "power", 1L), Map.of())
                .build();
        var fast = bundle("fast", "1")
                .provides("acme.engine", Map.of("kind", "fast", "power", 5L), Map.of())
                .build();

        var outcome = outcome(
                new Request.Install("charts"),
                new Installed(List.of(ee), List.of(), Map.of()),
                catalog(charts, slow, fast),
                Pins.NONE);

        assertThat(outcome).isInstanceOfSatisfying(Plan.class, plan -> assertThat(plan.add())
                .containsExactly(fast, charts));
    }

    @Test
    void endsWhenItIsCancelledInTheMiddle() {
        var asked = new AtomicInteger();
        var outcome = new Planner(Clock.systemUTC())
                .plan(
                        new Request.Install("charts"),
                        there(),
                        catalog(charts("[1,2)"), api1),
                        Pins.NONE,
                        () -> asked.incrementAndGet() > 2);

        assertThat(outcome).isEqualTo(new Refusal.Cancelled("charts"));
    }

    @Test
    void tellsWhatThereIsToKnowAboutAFeature() {
        var there = there(api1, explorer1, charts("[1,2)"));
        var account =
                new Planner(Clock.systemUTC()).explain("charts", there, catalog(charts("[1,2)"), api11), Pins.NONE);

        assertThat(account.installed())
                .contains(new FeatureAccount.Offered(Version.valueOf("1"), BundleSketch.ACME.toString()));
        assertThat(account.needs()).extracting(Refusal.Link::provider).containsExactly("tables.api 1.0.0");
        assertThat(account.shared())
                .containsExactly(new FeatureAccount.Shared("tables.api 1.0.0", List.of("explorer")));
        assertThat(account.next()).isInstanceOf(Refusal.NothingNewer.class);
        assertThat(new Planner(Clock.systemUTC())
                        .explain(
                                "maps",
                                there,
                                catalog(feature("maps", "1")
                                        .imports("tables", "1")
                                        .build()),
                                Pins.NONE)
                        .needs())
                .extracting(Refusal.Link::provider)
                .containsExactly("tables.api 1.0.0");
    }
}
