package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every catalog. The catalogs are random: libraries that import each other in ranges, cycles and gaps included. */
class PlannerLawsTest {

    private static final Installed EMPTY = new Installed(
            List.of(bundle("platform", "1.0.0").exports("p0", "1.0.0").platform()), List.of(), Map.of());

    private final Planner planner = new Planner(Clock.systemUTC());

    @Property(tries = 300)
    void theSameInputGivesTheSameOutcomeInWhateverOrder(@ForAll("seeds") long seed, @ForAll Random shuffle) {
        var bundles = world(new Random(seed));
        var shuffled = new ArrayList<>(bundles);
        Collections.shuffle(shuffled, shuffle);

        var one = planner.plan(new Request.Install("f0"), EMPTY, catalog(bundles));
        var other = planner.plan(new Request.Install("f0"), EMPTY, catalog(shuffled));

        assertThat(other).isEqualTo(one);
    }

    @Property(tries = 1000)
    void theSameThingsInstalledInWhateverOrderOfTheCatalogAreWiredTheSameWay(@ForAll Random shuffle) {
        var bundles = world(new Random(20));
        var first = List.of(new Request.Install("f0"), new Request.Install("f1"), new Request.Install("f2"));
        var one = EMPTY;
        var other = EMPTY;
        for (var request : first) {
            var shuffled = new ArrayList<>(bundles);
            Collections.shuffle(shuffled, shuffle);
            var straight = planner.plan(request, one, catalog(bundles));
            var mixed = planner.plan(request, shuffled(other, shuffle), catalog(shuffled));
            assertThat(mixed).isEqualTo(straight);
            one = after(straight, one);
            other = after(mixed, other);
        }
        assertThat(one.features()).isNotEmpty();
    }

    private static Installed shuffled(Installed installed, Random shuffle) {
        var bundles = new ArrayList<>(installed.bundles());
        var wires = new ArrayList<>(installed.wires());
        Collections.shuffle(bundles, shuffle);
        Collections.shuffle(wires, shuffle);
        return new Installed(installed.platform(), bundles, installed.features(), wires);
    }

    @Property(tries = 300)
    void whatAPlanLeadsToIsCompleteAndMinimal(@ForAll("seeds") long seed) {
        var catalog = catalog(world(new Random(seed)));
        if (!(planner.plan(new Request.Install("f0"), EMPTY, catalog) instanceof Plan plan)) {
            return;
        }
        var closure = plan.features().values().iterator().next().closure();
        assertThat(closure).containsExactlyInAnyOrderElementsOf(plan.bundles());
        for (var bundle : plan.bundles()) {
            for (var requirement : bundle.requirements()) {
                var name = Universe.filter(requirement).terms().get(0).value();
                assertThat(bundle.capabilities("osgi.wiring.package").stream()
                                        .anyMatch(own ->
                                                name.equals(own.getAttributes().get("osgi.wiring.package")))
                                || plan.wires().stream()
                                        .anyMatch(wire -> wire.requirer().equals(bundle) && name.equals(wire.name())))
                        .as("%s of %s", requirement, bundle)
                        .isTrue();
            }
        }
    }

    @Property(tries = 200)
    void installingAndRemovingLeavesNothingBehind(@ForAll("seeds") long seed) {
        var catalog = catalog(world(new Random(seed)));
        var state = EMPTY;
        for (var request : List.of(new Request.Install("f0"), new Request.Install("f1"))) {
            state = after(planner.plan(request, state, catalog), state);
        }
        for (var id : new ArrayList<>(state.features().keySet())) {
            var outcome = planner.plan(new Request.Remove(id), state, catalog);
            assertThat(outcome).isInstanceOf(Plan.class);
            state = after(outcome, state);
        }

        assertThat(state.bundles()).isEmpty();
    }

    @Property(tries = 200)
    void aPlanTurnsWhatIsInstalledIntoWhatIsWanted(@ForAll("seeds") long seed) {
        var catalog = catalog(world(new Random(seed)));
        var before = after(planner.plan(new Request.Install("f0"), EMPTY, catalog), EMPTY);
        if (!(planner.plan(new Request.Install("f1"), before, catalog) instanceof Plan plan)) {
            return;
        }
        var bundles = new HashSet<>(before.bundles());
        plan.remove().forEach(bundle -> assertThat(bundles.remove(bundle)).isTrue());
        plan.add().forEach(bundle -> assertThat(bundles.add(bundle)).isTrue());

        assertThat(bundles).containsExactlyInAnyOrderElementsOf(plan.bundles());
    }

    @Property(tries = 100)
    void withoutCyclesProvidersComeFirst(@ForAll @IntRange(min = 1, max = 30) int length) {
        var bundles = new ArrayList<IndexedBundle>();
        for (var i = 0; i < length; i++) {
            bundles.add(bundle("b" + i, "1")
                    .exports("p" + (i + 1), "1")
                    .imports("p" + i, "1")
                    .build());
        }
        bundles.add(feature("f0", "1").imports("p" + length, "1").build());

        var plan = (Plan) planner.plan(new Request.Install("f0"), EMPTY, catalog(bundles));

        assertThat(plan.add()).isEqualTo(bundles);
    }

    private static Installed after(Outcome outcome, Installed before) {
        if (!(outcome instanceof Plan plan)) {
            return before;
        }
        var features = new LinkedHashMap<String, IndexedBundle>();
        plan.features().forEach((id, feature) -> features.put(id, feature.bundle()));
        return new Installed(before.platform(), plan.bundles(), features, plan.wires());
    }

    private static Catalog catalog(List<IndexedBundle> bundles) {
        return Catalog.of(List.of(new Index(BundleSketch.ACME, bundles, List.of())));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static List<IndexedBundle> world(Random random) {
        var bundles = new ArrayList<IndexedBundle>();
        for (var name = 1; name <= 6; name++) {
            for (var major = 1; major <= 2; major++) {
                var version = major + "." + random.nextInt(3) + ".0";
                var uses = "p" + random.nextInt(8);
                bundles.add(imports(bundle("b" + name, version), random)
                        .exports("p" + name, version, random.nextBoolean() ? Map.of("uses", uses) : Map.of())
                        .build());
            }
        }
        for (var id = 0; id < 3; id++) {
            bundles.add(imports(feature("f" + id, "1.0.0"), random)
                    .imports("p" + (1 + random.nextInt(6)), range(random))
                    .build());
        }
        return bundles;
    }

    private static BundleSketch imports(BundleSketch sketch, Random random) {
        for (var count = random.nextInt(3); count > 0; count--) {
            sketch.imports("p" + random.nextInt(7), range(random));
        }
        return sketch;
    }

    private static String range(Random random) {
        return List.of("[1,2)", "[1,2)", "[2,3)", "1", "[1.1,2)", "[1,3)").get(random.nextInt(6));
    }
}
