package dev.dovetail.provisioner.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.BundlePair;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One lockfile, come about in many steps so that the framework by itself would wire it otherwise, and installed in one
 * shuffled order after the other, at once and feature by feature. With {@code -Ddovetail.shuffles=1000} it takes minutes.
 */
class SameWiringTest {

    private static final int SHUFFLES = Integer.getInteger("dovetail.shuffles", 10);
    private static final int FEATURES = 6;

    private final Path home;
    private final Store store;
    private final Lockfile lockfile;
    private final Set<String> live;

    SameWiringTest(@TempDir Path home) throws Exception {
        this.home = home;
        try (var desk = new Desk(home.resolve("home"))) {
            grow(desk);
            lockfile = desk.provisioner().installed();
            live = desk.framework().packages();
        }
        store = new Store(home.resolve("home/store"));
    }

    /** Half of the features come while there are only first versions, the others with the second ones. */
    private static void grow(Desk desk) throws Exception {
        Map<String, BundlePair> offered = new HashMap<>();
        for (int release = 0; release < 2; release++) {
            for (int lib = 0; lib < 5; lib++) {
                var pair = new BundlePair("lib" + lib, "1." + release).exports("lib" + lib, "1." + release);
                offered.put("lib" + lib + release, lib == 0 ? pair : pair.imports("lib" + (lib - 1), "[1,2)"));
            }
            for (int n = release; n < FEATURES; n += 2) {
                var feature = new BundlePair("f" + n, "1." + release, true)
                        .imports("lib" + (1 + n / 2), "[1." + release + ",2)")
                        .imports("lib" + n / 2, "[1." + release + ",2)")
                        .importsOptionally("lib" + (2 + n / 2), "[1,2)");
                offered.put("f" + n, feature);
            }
            var catalog = Catalog.of(List.of(new Index(
                    BundleSketch.ACME,
                    offered.values().stream().map(BundlePair::indexed).toList(),
                    List.of())));
            for (int n = release; n < FEATURES; n += 2) {
                for (BundlePair pair : offered.values()) {
                    Samples.put(desk.disk().store(), pair.jar());
                }
                desk.provisioner()
                        .carryOut(
                                new Request.Install("f" + n),
                                new Known(catalog, List.of(), Map.of()),
                                true,
                                progress -> {});
            }
        }
    }

    @Test
    void whateverTheOrderTheWiringIsTheSame() throws Exception {
        int differing = 0;
        for (int seed = 0; seed < SHUFFLES; seed++) {
            var random = new Random(seed);
            differing += shuffled(random, true).equals(live) ? 0 : 1;
            differing += byFeature(random).equals(live) ? 0 : 1;
        }
        System.getLogger(SameWiringTest.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "FIGURE " + SHUFFLES + " shuffles, at once and by feature, of " + live.size() + " wires: "
                                + differing + " differ");
        assertThat(differing).isZero();
    }

    @Test
    void withoutTheRecordItIsAnother() throws Exception {
        Set<Set<String>> seen = new HashSet<>();
        for (int seed = 0; seed < 5; seed++) {
            seen.add(shuffled(new Random(seed), false));
        }
        assertThat(seen).doesNotContain(live);
    }

    private Set<String> shuffled(Random random, boolean recorded) throws Exception {
        List<LockedBundle> bundles = new ArrayList<>(lockfile.bundles());
        Collections.shuffle(bundles, random);
        List<Step> steps = new ArrayList<>();
        for (LockedBundle bundle : bundles) {
            steps.add(new Step.Install(
                    bundle, recorded ? lockfile.wiring(bundle.content().sha256()) : LockedWiring.UNKNOWN));
        }
        steps.add(new Step.Resolve(bundles));
        return wired(List.of(steps));
    }

    private Set<String> byFeature(Random random) throws Exception {
        List<LockedFeature> features = new ArrayList<>(lockfile.features());
        Collections.shuffle(features, random);
        Set<LockedBundle> there = new HashSet<>();
        List<List<Step>> changes = new ArrayList<>();
        for (LockedFeature feature : features) {
            List<LockedBundle> closure = new ArrayList<>(lockfile.closure(feature));
            Collections.shuffle(closure, random);
            List<Step> steps = new ArrayList<>();
            closure.stream()
                    .filter(there::add)
                    .forEach(bundle -> steps.add(new Step.Install(
                            bundle, lockfile.wiring(bundle.content().sha256()))));
            steps.add(new Step.Resolve(closure));
            changes.add(steps);
        }
        return wired(changes);
    }

    private Set<String> wired(List<List<Step>> changes) throws Exception {
        try (var framework = new TestFramework(home.resolve("framework"))) {
            var applier = new Applier(
                    framework.bundles(store, Duration.ofSeconds(10)), new Generations(home), Optional::empty);
            for (List<Step> change : changes) {
                applier.apply(change);
            }
            return framework.packages();
        }
    }
}
