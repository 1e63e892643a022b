package dev.dovetail.provisioner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.sample.TestFramework;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which features a plan says will restart, against the bundles that stop and start in a real framework, over random
 * topologies of features, libraries and APIs that services go by.
 */
class RestartsTest {

    private static final Set<String> KINDS = new TreeSet<>();

    private final Planner planner = new Planner(Clock.systemUTC());

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
    void asPlannedSoItHappens(int seed) throws Exception {
        run(new Random(seed));
    }

    @ParameterizedTest
    @ValueSource(ints = {16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
    void asPlannedSoItHappensInMore(int seed) throws Exception {
        run(new Random(seed));
    }

    @AfterAll
    static void restartsOfBothKindsWereSeen() {
        assertThat(KINDS).containsExactlyInAnyOrder("again", "replaced", "untouched");
    }

    private void run(Random random) throws Exception {
        var first = new Topology(random, 0);
        var second = new Topology(random, 1);
        var jars = new HashMap<>(first.jars);
        jars.putAll(second.jars);
        try (var framework = new Framework(new TestFramework(directory.resolve("cache"), false), jars)) {
            var state = new Installed(framework.platform(), List.of(), Map.of());
            for (var id : first.features) {
                state = step(new Request.Install(id), state, first.catalog(), framework);
            }
            var both = first.catalog(second);
            for (var id : first.features.subList(0, 2)) {
                state = step(new Request.Update(id), state, both, framework);
            }
            state = step(new Request.Install("more"), state, both, framework);
            state = step(new Request.Remove(first.features.get(0)), state, both, framework);
            state = step(new Request.UpdateAll(), state, both, framework);
            step(new Request.Remove(first.features.get(3)), state, both, framework);
        }
    }

    private Installed step(Request request, Installed state, Catalog catalog, Framework framework) throws Exception {
        if (!(planner.plan(request, state, catalog) instanceof Plan plan)) {
            return state;
        }
        framework.carryOut(plan, state.features());

        assertThat(framework.restarted())
                .as("%s: %s", request, plan.steps())
                .containsExactlyInAnyOrderElementsOf(plan.restarts().stream()
                        .map(restart -> "acme." + restart.featureId())
                        .toList());
        assertThat(framework.packages())
                .as("%s", request)
                .containsExactlyInAnyOrderElementsOf(plan.wires().stream()
                        .filter(wire -> wire.provider() instanceof IndexedBundle
                                && wire.namespace().equals("osgi.wiring.package"))
                        .map(wire -> wire.requirer() + " <- " + wire.name() + " <- " + wire.provider())
                        .collect(Collectors.toCollection(TreeSet::new)));
        plan.restarts().forEach(restart -> KINDS.add(restart.replaced() ? "replaced" : "again"));
        if (plan.restarts().size() < state.features().size()) {
            KINDS.add("untouched");
        }
        var features = new LinkedHashMap<String, IndexedBundle>();
        plan.features().forEach((id, feature) -> features.put(id, feature.bundle()));
        return new Installed(framework.platform(), plan.bundles(), features, plan.wires());
    }

    /** One release of everything. */
    private static final class Topology {

        private final Map<String, byte[]> jars = new HashMap<>();
        private final List<IndexedBundle> bundles = new ArrayList<>();
        private final List<String> features = new ArrayList<>();

        Topology(Random random, int release) {
            for (var i = 0; i < 3; i++) {
                var version = "1." + (random.nextBoolean() ? release : 0);
                add(new BundlePair("api" + i, version).exports("api" + i, version));
            }
            for (var i = 0; i < 3; i++) {
                var version = (random.nextInt(4) == 0 ? 1 + release : 1) + "." + release;
                var lib = new BundlePair("lib" + i, version).exports("lib" + i, version);
                if (random.nextBoolean()) {
                    lib.imports("api" + i, "[1,2)");
                }
                add(lib);
            }
            for (var i = 0; i < 4; i++) {
                features.add("f" + i);
                add(feature(random, "f" + i, release, i));
            }
            if (release == 1) {
                add(feature(random, "more", release, 1));
            }
        }

        private static BundlePair feature(Random random, String id, int release, int number) {
            var pair = new BundlePair(id, "1." + release, true);
            var imported = new HashSet<Integer>();
            for (var i = 0; i < 1 + random.nextInt(2); i++) {
                var api = random.nextInt(3);
                if (imported.add(api)) {
                    pair.imports("api" + api, random.nextBoolean() ? "[1." + release + ",2)" : "[1,2)");
                    if (number % 2 == 0) {
                        pair.provides("api" + api + ".Service");
                    } else {
                        pair.uses("api" + api + ".Service");
                    }
                }
            }
            return random.nextBoolean() ? pair.imports("lib" + random.nextInt(3), "[1,3)") : pair;
        }

        private void add(BundlePair pair) {
            bundles.add(pair.indexed());
            jars.put(pair.indexed().toString(), pair.jar());
        }

        Catalog catalog() {
            return Catalog.of(List.of(new Index(BundleSketch.ACME, bundles, List.of())));
        }

        Catalog catalog(Topology later) {
            var all = new TreeMap<String, IndexedBundle>();
            bundles.forEach(bundle -> all.put(bundle.toString(), bundle));
            later.bundles.forEach(bundle -> all.putIfAbsent(bundle.toString(), bundle));
            return Catalog.of(List.of(new Index(BundleSketch.ACME, List.copyOf(all.values()), List.of())));
        }
    }
}
