package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.ACME;
import static dev.dovetail.provisioner.catalog.BundleSketch.OTHER;
import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.resource.Resource;

class PlannerTest {

    private static final Resource PLATFORM = bundle("platform", "1.0.0")
            .exports("javafx.scene", "21.0.12")
            .exports("org.slf4j", "2.0.0")
            .platform();

    private final Planner planner = new Planner(Clock.systemUTC());

    @Test
    void addsWhatAFeatureNeedsAndNothingElse() {
        var catalog = catalog(
                feature("charts", "1.0.0")
                        .imports("acme.tables", "[1,2)")
                        .imports("javafx.scene", "[21,26)")
                        .build(),
                bundle("acme.tables.api", "1.0.0")
                        .exports("acme.tables", "1.0.0")
                        .build(),
                bundle("unrelated", "1.0.0").exports("other", "1").build());

        var plan = plan(new Request.Install("charts"), nothing(), catalog);

        assertThat(plan.add()).extracting(IndexedBundle::bsn).containsExactly("acme.tables.api", "acme.charts");
        assertThat(plan.remove()).isEmpty();
        assertThat(plan.bytes()).isEqualTo(2000);
        assertThat(plan.fetch()).isEqualTo(plan.add());
        assertThat(plan.bundles()).isEqualTo(plan.add());
        assertThat(plan.wires())
                .extracting(wire -> wire.requirer().bsn() + " <- " + wire.name() + " <- " + wire.provider())
                .containsExactly(
                        "acme.charts <- acme.tables <- acme.tables.api 1.0.0",
                        "acme.charts <- javafx.scene <- platform 1.0.0");
    }

    @Test
    void takesTheHighestVersionThatFits() {
        var catalog = catalog(
                feature("charts", "1.0.0").imports("lib", "[1,2)").build(),
                bundle("lib", "1.0.0").exports("lib", "1.0.0").build(),
                bundle("lib", "1.9.0").exports("lib", "1.9.0").build(),
                bundle("lib", "2.0.0").exports("lib", "2.0.0").build());

        assertThat(plan(new Request.Install("charts"), nothing(), catalog).add())
                .extracting(Object::toString)
                .containsExactly("lib 1.9.0", "acme.charts 1.0.0");
    }

    @Test
    void keepsWhatIsInstalledRatherThanTakingANewerOne() {
        var lib = bundle("lib", "1.0.0").exports("lib", "1.0.0").build();
        var explorer = feature("explorer", "1.0.0").imports("lib", "[1,2)").build();
        var catalog = catalog(
                feature("charts", "1.0.0").imports("lib", "[1,2)").build(),
                bundle("lib", "1.9.0").exports("lib", "1.9.0").build());

        assertThat(plan(new Request.Install("charts"), installed(lib, explorer), catalog)
                        .add())
                .extracting(IndexedBundle::bsn)
                .containsExactly("acme.charts");
    }

    @Test
    void prefersThePlatformsOwn() {
        var catalog = catalog(
                feature("charts", "1.0.0").imports("org.slf4j", "[1,4)").build(),
                bundle("slf4j.api", "3.0.0").exports("org.slf4j", "3.0.0").build());

        assertThat(plan(new Request.Install("charts"), nothing(), catalog).add())
                .extracting(IndexedBundle::bsn)
                .containsExactly("acme.charts");
    }

    @Test
    void prefersTheRequirersOwnRepositoryAmongEqualVersions() {
        var charts = feature("charts", "1.0.0").imports("lib", "1").in(OTHER).build();
        var here = bundle("a.lib", "1.0.0").exports("lib", "1.0.0").build();
        var there = bundle("b.lib", "1.0.0").exports("lib", "1.0.0").in(OTHER).build();

        var plan = plan(
                new Request.Install("charts"),
                nothing(),
                Catalog.of(List.of(
                        new Index(ACME, List.of(here), List.of()),
                        new Index(OTHER, List.of(there, charts), List.of()))));

        assertThat(plan.add()).containsExactly(there, charts);
    }

    @Test
    void putsTwoMajorsOfALibrarySideBySide() {
        var one = bundle("lib", "1.0.0").exports("lib", "1.0.0").build();
        var explorer = feature("explorer", "1.0.0").imports("lib", "[1,2)").build();
        var catalog = catalog(
                feature("charts", "1.0.0").imports("lib", "[2,3)").build(),
                bundle("lib", "2.0.0").exports("lib", "2.0.0").build());

        var plan = plan(new Request.Install("charts"), installed(one, explorer), catalog);

        assertThat(plan.bundles())
                .extracting(Object::toString)
                .containsExactlyInAnyOrder("lib 1.0.0", "lib 2.0.0", "acme.explorer 1.0.0", "acme.charts 1.0.0");
        assertThat(planned(plan, "explorer").closure()).containsExactly(one, explorer);
        assertThat(planned(plan, "charts").closure()).doesNotContain(one);
    }

    @Test
    void updatesAFeatureAndDropsWhatOnlyItsOldVersionNeeded() {
        var lib = bundle("lib", "1.0.0").exports("lib", "1.0.0").build();
        var old = feature("charts", "1.0.0").imports("lib", "[1,2)").build();
        var newer = feature("charts", "1.1.0").imports("lib2", "[1,2)").build();
        var lib2 = bundle("lib2", "1.0.0").exports("lib2", "1.0.0").build();

        var plan = plan(new Request.Update("charts"), installed(lib, old), catalog(newer, lib2));

        assertThat(plan.add()).containsExactly(lib2, newer);
        assertThat(plan.remove()).containsExactly(old, lib);
        assertThat(planned(plan, "charts").bundle()).isEqualTo(newer);
    }

    @Test
    void removesAFeatureAndWhatNobodyElseNeeds() {
        var shared = bundle("shared", "1.0.0").exports("shared", "1.0.0").build();
        var own = bundle("own", "1.0.0").exports("own", "1.0.0").build();
        var charts = feature("charts", "1.0.0")
                .imports("shared", "1")
                .imports("own", "1")
                .build();
        var explorer = feature("explorer", "1.0.0").imports("shared", "1").build();

        var plan = plan(new Request.Remove("charts"), installed(shared, own, charts, explorer), Catalog.of(List.of()));

        assertThat(plan.add()).isEmpty();
        assertThat(plan.remove()).containsExactly(charts, own);
        assertThat(plan.features()).containsOnlyKeys("explorer");
    }

    @Test
    void keepsAFeatureBundleThatAnotherFeatureNeeds() {
        var charts = feature("charts", "1.0.0").exports("charts.api", "1.0.0").build();
        var explorer =
                feature("explorer", "1.0.0").imports("charts.api", "[1,2)").build();

        var plan = plan(new Request.Remove("charts"), installed(charts, explorer), Catalog.of(List.of()));

        assertThat(plan.remove()).isEmpty();
        assertThat(plan.features()).containsOnlyKeys("explorer");
        assertThat(planned(plan, "explorer").closure()).containsExactly(charts, explorer);
    }

    @Test
    void usesWhatIsOptionalWhenItIsThereAnyhow() {
        var lib = bundle("lib", "1.0.0").exports("lib", "1.0.0").build();
        var explorer = feature("explorer", "1.0.0").imports("lib", "1").build();
        var catalog =
                catalog(feature("charts", "1.0.0").importsOptionally("lib", "1").build());

        var plan = plan(new Request.Install("charts"), installed(lib, explorer), catalog);
        assertThat(planned(plan, "charts").closure())
                .extracting(IndexedBundle::bsn)
                .containsExactly("lib", "acme.charts");

        var charts = planned(plan, "charts").bundle();
        var removal = plan(new Request.Remove("explorer"), installed(lib, explorer, charts), catalog);
        assertThat(removal.remove()).containsExactly(explorer, lib);
    }

    @Test
    void ordersACycleTheSameWayEachTime() {
        var a = bundle("a", "1").exports("a", "1").imports("b", "1").build();
        var b = bundle("b", "1").exports("b", "1").imports("a", "1").build();
        var charts = feature("charts", "1").imports("a", "1").build();

        assertThat(plan(new Request.Install("charts"), nothing(), catalog(a, b, charts))
                        .add())
                .containsExactly(b, a, charts);
        assertThat(plan(new Request.Install("charts"), nothing(), catalog(charts, b, a))
                        .add())
                .containsExactly(b, a, charts);
    }

    @Test
    void ignoresRequirementsThatOnlyMatterLater() {
        var catalog = catalog(feature("charts", "1")
                .requires("osgi.service", "(objectClass=acme.Nobody)", Map.of("effective", "active"))
                .requires("osgi.wiring.package", "(osgi.wiring.package=nobody)", Map.of("resolution", "dynamic"))
                .build());

        assertThat(plan(new Request.Install("charts"), nothing(), catalog).add())
                .hasSize(1);
    }

    @Test
    void followsRequiredBundlesAndOtherNamespaces() {
        var extender = bundle("extender", "1")
                .provides("osgi.extender", Map.of("osgi.extender", "x", "version", Version.valueOf("1.5")), Map.of())
                .build();
        var lib = bundle("lib", "2.1").build();
        var charts = feature("charts", "1")
                .requiresBundle("lib", "[2,3)")
                .requires("osgi.extender", BundleSketch.filter("osgi.extender", "x", "version", "[1.5,2)"), Map.of())
                .build();

        assertThat(plan(new Request.Install("charts"), nothing(), catalog(extender, lib, charts))
                        .add())
                .containsExactly(extender, lib, charts);
    }

    @Test
    void takesAFragmentsHostAlong() {
        var host = bundle("host", "1").build();
        var fragment = bundle("fragment", "1")
                .exports("p", "1")
                .requires("osgi.wiring.host", "(osgi.wiring.host=host)", Map.of())
                .build();
        var charts = feature("charts", "1").imports("p", "1").build();

        assertThat(plan(new Request.Install("charts"), nothing(), catalog(host, fragment, charts))
                        .add())
                .containsExactlyInAnyOrder(host, fragment, charts);
    }

    private Plan plan(Request request, Installed installed, Catalog catalog) {
        var outcome = planner.plan(request, installed, catalog);
        assertThat(outcome).isInstanceOf(Plan.class);
        return (Plan) outcome;
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
