package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.OTHER;
import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.resource.Resource;

class PlannerRefusalTest {

    private static final Resource PLATFORM = bundle("platform", "1.0.0")
            .exports("javafx.scene", "21.0.12")
            .exports("org.slf4j", "2.0.0")
            .platform();

    private final Planner planner = new Planner(Clock.systemUTC());

    @Test
    void neverFetchesWhatIsOptional() {
        var catalog = catalog(
                feature("charts", "1.0.0").importsOptionally("lib", "1").build(),
                bundle("lib", "1.0.0").exports("lib", "1.0.0").build());

        assertThat(plan(new Request.Install("charts"), nothing(), catalog).add())
                .extracting(IndexedBundle::bsn)
                .containsExactly("acme.charts");
    }

    @Test
    void wiresMandatoryAttributesOnlyToThoseWhoAskForThem() {
        var guarded = bundle("guarded", "1")
                .provides(
                        "osgi.wiring.package",
                        Map.of("osgi.wiring.package", "p", "version", Version.valueOf("1"), "scope", "team"),
                        Map.of("mandatory", "scope"))
                .build();
        var plain = feature("plain", "1").imports("p", "1").build();
        var scoped = feature("scoped", "1")
                .requires("osgi.wiring.package", "(&(osgi.wiring.package=p)(scope=team))", Map.of())
                .build();

        assertThat(refusal(new Request.Install("plain"), nothing(), catalog(guarded, plain)))
                .isInstanceOf(Refusal.MissingRequirement.class);
        assertThat(plan(new Request.Install("scoped"), nothing(), catalog(guarded, scoped))
                        .add())
                .containsExactly(guarded, scoped);
    }

    @Test
    void neverHasAFeatureTwice() {
        var old = feature("tables", "1.0.0").exports("tables", "1.0.0").build();
        var newer = feature("tables", "2.0.0").exports("tables", "2.0.0").build();
        var charts = feature("charts", "1.0.0").imports("tables", "[2,3)").build();

        assertThat(refusal(new Request.Install("charts"), installed(old), catalog(charts, newer)))
                .isInstanceOf(Refusal.MissingRequirement.class);
    }

    @Test
    void agreesOnOneVersionOfASingletonWhenThereIsOne() {
        var one = bundle("single", "1.0.0").singleton().exports("s", "1.0.0").build();
        var two = bundle("single", "1.5.0").singleton().exports("s", "1.5.0").build();
        var a = bundle("a", "1").exports("a", "1").imports("s", "[1,1.2)").build();
        var charts =
                feature("charts", "1").imports("a", "1").imports("s", "[1,2)").build();

        assertThat(plan(new Request.Install("charts"), nothing(), catalog(one, two, a, charts))
                        .add())
                .containsExactly(one, a, charts);
    }

    @Test
    void refusesWhenASingletonWouldBeNeededTwice() {
        var one = bundle("single", "1.0.0").singleton().exports("s", "1.0.0").build();
        var two = bundle("single", "2.0.0").singleton().exports("s", "2.0.0").build();
        var a = bundle("a", "1").exports("a", "1").imports("s", "[1,2)").build();
        var charts =
                feature("charts", "1").imports("a", "1").imports("s", "[2,3)").build();

        assertThat(refusal(new Request.Install("charts"), nothing(), catalog(one, two, a, charts)))
                .isInstanceOfSatisfying(Refusal.OnlyOnce.class, twice -> {
                    assertThat(twice.bundle()).isEqualTo("single");
                    assertThat(List.of(twice.one(), twice.other()))
                            .containsExactlyInAnyOrder(Version.valueOf("1"), Version.valueOf("2"));
                    assertThat(twice.otherChain())
                            .extracting(Refusal.Link::user)
                            .contains("a 1.0.0");
                });
    }

    @Test
    void refusesClassSpacesThatContradictEachOther() {
        var one = bundle("lib1", "1").exports("lib", "1.0.0").build();
        var two = bundle("lib2", "1").exports("lib", "2.0.0").build();
        var a = bundle("a", "1")
                .exports("a", "1", Map.of("uses", "lib"))
                .imports("lib", "[1,2)")
                .build();
        var charts =
                feature("charts", "1").imports("a", "1").imports("lib", "[2,3)").build();

        assertThat(refusal(new Request.Install("charts"), nothing(), catalog(one, two, a, charts)))
                .isInstanceOfSatisfying(Refusal.UsesConflict.class, conflict -> {
                    assertThat(conflict.featureId()).isEqualTo("charts");
                    assertThat(conflict.packageName()).isEqualTo("lib");
                    assertThat(conflict.direct())
                            .extracting(Refusal.Link::provider)
                            .containsExactly("lib2 1.0.0");
                    assertThat(conflict.around())
                            .extracting(Refusal.Link::provider)
                            .containsExactly("a 1.0.0", "lib1 1.0.0");
                });
    }

    @Test
    void installsAnOlderVersionWhenTheNewestDoesNotFit() {
        var catalog = catalog(
                feature("charts", "2.0.0").imports("javafx.scene", "[26,30)").build(),
                feature("charts", "1.0.0").imports("javafx.scene", "[21,26)").build());

        assertThat(plan(new Request.Install("charts"), nothing(), catalog).add())
                .extracting(Object::toString)
                .containsExactly("acme.charts 1.0.0");
    }

    @Test
    void explainsTheNewestVersionWhenNoneFits() {
        var catalog = catalog(
                feature("charts", "2.0.0").imports("javafx.scene", "[27,30)").build(),
                feature("charts", "1.0.0").imports("javafx.scene", "[26,30)").build());

        assertThat(refusal(new Request.Install("charts"), nothing(), catalog))
                .isInstanceOfSatisfying(Refusal.MissingRequirement.class, missing -> assertThat(missing.range())
                        .isEqualTo("[27,30)"));
    }

    @Test
    void namesTheChainDownToWhatIsMissing() {
        var deep = bundle("deep", "1")
                .exports("deep", "1")
                .imports("gone", "[3,4)")
                .build();
        var lib = bundle("lib", "1").exports("lib", "1").imports("deep", "1").build();
        var charts = feature("charts", "1")
                .imports("javafx.scene", "21")
                .imports("lib", "1")
                .build();
        var near = bundle("near", "1").exports("gone", "2.5").in(OTHER).build();

        assertThat(refusal(new Request.Install("charts"), nothing(), catalog(deep, lib, charts, near)))
                .isEqualTo(new Refusal.MissingRequirement(
                        "charts",
                        List.of(charts, lib, deep),
                        "osgi.wiring.package",
                        "gone",
                        "[3,4)",
                        List.of(new Refusal.Offer(
                                Version.valueOf("2.5"), "near 1.0.0", "https://other.example/", List.of())),
                        List.of()));
    }

    @Test
    void keepsFeaturesThatNoLongerFitThePlatformOutOfTheWay() {
        var lib = bundle("lib", "1").exports("lib", "1").build();
        var old = feature("old", "1")
                .imports("javafx.scene", "[17,21)")
                .imports("lib", "1")
                .build();
        var older = feature("older", "1").imports("javafx.scene", "[11,17)").build();
        var there = installed(lib, old, older);

        var plan = plan(
                new Request.Install("charts"),
                there,
                catalog(feature("charts", "1").build()));
        assertThat(plan.resting()).containsExactly("old", "older");
        assertThat(plan.remove()).isEmpty();
        assertThat(plan.restarts()).isEmpty();
        assertThat(planned(plan, "old").closure()).containsExactly(lib, old);

        assertThat(plan(new Request.Remove("old"), there, catalog()).remove()).containsExactly(old, lib);
        assertThat(plan(new Request.Remove("older"), there, catalog()).remove()).containsExactly(older);
    }

    @Test
    void refusesRequestsThatMakeNoSense() {
        var charts = feature("charts", "1.0.0").build();
        var catalog = catalog(charts);
        var v1 = Version.valueOf("1.0.0");

        assertThat(refusal(new Request.Install("charts"), nothing(), Catalog.of(List.of())))
                .isEqualTo(new Refusal.NoRepository("charts"));
        assertThat(refusal(new Request.Update("charts"), installed(charts), Catalog.of(List.of())))
                .isEqualTo(new Refusal.NoRepository("charts"));
        assertThat(refusal(new Request.Install("maps"), nothing(), catalog))
                .isEqualTo(new Refusal.UnknownFeature("maps", List.of("charts"), List.of()));
        assertThat(refusal(new Request.Install("charts"), installed(charts), catalog))
                .isEqualTo(new Refusal.AlreadyInstalled("charts", v1));
        assertThat(refusal(new Request.Install("charts", new VersionRange("[2,3)")), nothing(), catalog))
                .isEqualTo(new Refusal.NoSuchVersion("charts", "[2.0.0,3.0.0)", List.of(v1)));
        assertThat(refusal(new Request.Update("charts"), installed(charts), catalog))
                .isEqualTo(new Refusal.NothingNewer("charts", v1));
        assertThat(refusal(new Request.Update("charts"), nothing(), catalog))
                .isEqualTo(new Refusal.NotInstalled("charts"));
        assertThat(refusal(new Request.Remove("charts"), nothing(), catalog))
                .isEqualTo(new Refusal.NotInstalled("charts"));
    }

    @Test
    void installsAnotherVersionInPlaceOfThePresentOnlyUpwards() {
        var one = feature("charts", "1.0.0").build();
        var two = feature("charts", "2.0.0").build();
        var three = feature("charts", "3.0.0").build();
        var catalog = catalog(one, two, three);

        assertThat(plan(new Request.Install("charts", new VersionRange("[2,3)")), installed(one), catalog)
                        .add())
                .containsExactly(two);
        assertThat(refusal(new Request.Install("charts", new VersionRange("[2,3)")), installed(three), catalog))
                .isInstanceOf(Refusal.NoSuchVersion.class);
    }

    @Test
    void neverUpdatesAFeatureToAnotherTeamsBundle() {
        var charts = feature("charts", "1.0.0").build();
        var other = bundle("evil.charts", "9.0.0")
                .provides("dovetail.feature", Map.of("dovetail.feature", "charts", "title", "Charts"), Map.of())
                .build();

        assertThat(refusal(new Request.Update("charts"), installed(charts), catalog(other)))
                .isInstanceOf(Refusal.NothingNewer.class);
    }

    @Test
    void usesTheInstalledBundleWhenItsVersionWasPublishedAnew() {
        var tables = feature("tables", "1.0.0").exports("tables", "1.0.0").build();
        var explorer = feature("explorer", "1.0.0").imports("tables", "1").build();
        var again = feature("tables", "1.0.0")
                .exports("tables", "1.0.0")
                .salted("again")
                .build();
        var installed = new Installed(List.of(PLATFORM), List.of(tables, explorer), Map.of("explorer", explorer));

        var plan = plan(new Request.Install("tables"), installed, catalog(again));

        assertThat(plan.add()).isEmpty();
        assertThat(planned(plan, "tables").bundle().sha256()).isEqualTo(tables.sha256());
    }

    private Plan plan(Request request, Installed installed, Catalog catalog) {
        var outcome = planner.plan(request, installed, catalog);
        assertThat(outcome).isInstanceOf(Plan.class);
        return (Plan) outcome;
    }

    private Refusal refusal(Request request, Installed installed, Catalog catalog) {
        var outcome = planner.plan(request, installed, catalog);
        assertThat(outcome).isInstanceOf(Refusal.class);
        return (Refusal) outcome;
    }

    private static PlannedFeature planned(Plan plan, String featureId) {
        return Objects.requireNonNull(plan.features().get(featureId));
    }

    private static Installed nothing() {
        return installed();
    }

    private static Installed installed(IndexedBundle... bundles) {
        return new Installed(
                List.of(PLATFORM),
                List.of(bundles),
                Stream.of(bundles)
                        .filter(bundle ->
                                !bundle.capabilities("dovetail.feature").isEmpty())
                        .collect(Collectors.toMap(bundle -> bundle.bsn().replace("acme.", ""), bundle -> bundle)));
    }
}
