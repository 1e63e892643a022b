package dev.dovetail.provisioner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.plan.BundlePair;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.Samples;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;

/**
 * Which features a plan says will restart, against the bundles that stop and start when it is carried out, over random
 * topologies of features, libraries and APIs that services go by, all of them running. And what is wired live in many
 * steps, against the same after a restart.
 */
class RestartsTest {

    private static final Set<String> KINDS = new TreeSet<>();

    @TempDir
    private Path home;

    private final Set<String> stopped = new TreeSet<>();
    private final Set<String> started = new TreeSet<>();

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
        Set<String> live;
        try (var desk = new Desk(home)) {
            desk.framework().context().addBundleListener((SynchronousBundleListener) this::heard);
            for (var id : first.features) {
                step(new Request.Install(id), first.catalog(), jars.values(), desk);
            }
            var both = first.catalog(second);
            for (var id : first.features.subList(0, 2)) {
                step(new Request.Update(id), both, jars.values(), desk);
            }
            step(new Request.Install("more"), both, jars.values(), desk);
            step(new Request.Remove(first.features.get(0)), both, jars.values(), desk);
            step(new Request.UpdateAll(), both, jars.values(), desk);
            step(new Request.Remove(first.features.get(3)), both, jars.values(), desk);
            live = desk.framework().packages();
        }
        try (var desk = new Desk(home)) {
            for (var feature : desk.provisioner().installed().features()) {
                desk.provisioner().activate(feature.id(), progress -> {});
            }
            assertThat(desk.framework().packages()).isEqualTo(live);
        }
    }

    private void heard(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            stopped.add(event.getBundle().getSymbolicName());
        } else if (event.getType() == BundleEvent.STARTED) {
            started.add(event.getBundle().getSymbolicName());
        }
    }

    private void step(Request request, Catalog catalog, Iterable<byte[]> jars, Desk desk) throws Exception {
        var known = new Known(catalog, List.of(), Map.of());
        if (!(desk.provisioner().plan(request, known) instanceof Plan plan)) {
            return;
        }
        for (var jar : jars) {
            Samples.put(desk.disk().store(), jar);
        }
        var before = desk.provisioner().installed();
        desk.workbench().asked().clear();
        stopped.clear();
        started.clear();
        var after = desk.provisioner().carryOut(request, known, true, progress -> {});

        var restarts = plan.restarts().stream()
                .map(restart -> "acme." + restart.featureId())
                .toList();
        assertThat(restarted()).as("%s: %s", request, plan.steps()).containsExactlyInAnyOrderElementsOf(restarts);
        assertThat(desk.workbench().asked())
                .filteredOn(asked -> !asked.startsWith("close"))
                .as("%s", request)
                .containsExactlyInAnyOrderElementsOf(plan.restarts().stream()
                        .map(restart -> restart.featureId() + " " + restart.from() + " -> " + restart.to())
                        .toList());
        assertThat(desk.framework().packages())
                .as("%s", request)
                .containsExactlyInAnyOrderElementsOf(plan.wires().stream()
                        .filter(wire -> wire.provider() instanceof IndexedBundle
                                && wire.namespace().equals("osgi.wiring.package"))
                        .map(wire -> wire.requirer() + " <- " + wire.name() + " <- " + wire.provider())
                        .collect(Collectors.toCollection(TreeSet::new)));
        assertThat(desk.framework().bundles())
                .containsExactlyElementsOf(after.bundles().stream()
                        .map(bundle -> bundle.name())
                        .sorted()
                        .toList());
        assertThat(desk.framework().active()).isEqualTo(desk.framework().bundles());
        assertThat(desk.framework().removalPending()).isEmpty();
        plan.restarts().forEach(restart -> KINDS.add(restart.replaced() ? "replaced" : "again"));
        if (plan.restarts().size()
                < before.features().stream().map(LockedFeature::id).count()) {
            KINDS.add("untouched");
        }
    }

    /** The names of feature bundles that stopped and started, in one version or another. */
    private Set<String> restarted() {
        return stopped.stream()
                .filter(name -> name.startsWith("acme.") && started.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
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
