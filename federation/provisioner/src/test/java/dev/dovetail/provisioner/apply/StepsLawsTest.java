package dev.dovetail.provisioner.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.Samples;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The laws of a change, over random worlds: libraries that need each other without a cycle, features on top of them in
 * two versions, any of them running before.
 */
class StepsLawsTest {

    private static final int LIBRARIES = 6;
    private static final int FEATURES = 4;

    /** The framework as the steps see it: bundles, and which of them are started. */
    private static final class Model {

        private final Set<String> bundles = new LinkedHashSet<>();
        private final Set<String> started = new LinkedHashSet<>();
        private boolean committed;

        Running running() {
            return new Running(bundles, started);
        }

        void perform(Step step, World world) {
            if (step instanceof Step.Install install) {
                assertThat(committed).isFalse();
                assertThat(bundles.add(install.bundle().content().sha256())).isTrue();
            } else if (step instanceof Step.Resolve resolve) {
                resolve.bundles()
                        .forEach(b -> assertThat(bundles).contains(b.content().sha256()));
            } else if (step instanceof Step.Start start) {
                String sha256 = start.bundle().content().sha256();
                assertThat(committed).isFalse();
                assertThat(bundles).contains(sha256).containsAll(world.needs(sha256));
                assertThat(started).containsAll(world.needs(sha256));
                started.add(sha256);
            } else if (step instanceof Step.HandOver handOver) {
                assertThat(started)
                        .contains(handOver.from().bundle(), handOver.to().bundle());
                assertThat(committed).isFalse();
            } else if (step instanceof Step.Commit) {
                assertThat(committed).isFalse();
                committed = true;
            } else if (step instanceof Step.CloseViews close) {
                assertThat(committed).isTrue();
                assertThat(started).contains(close.feature().bundle());
            } else if (step instanceof Step.Retire retire) {
                assertThat(committed).isTrue();
                String sha256 = retire.bundle().content().sha256();
                assertThat(bundles)
                        .allSatisfy(other -> assertThat(world.needs(other)).doesNotContain(sha256));
                assertThat(bundles.remove(sha256)).isTrue();
                started.remove(sha256);
            }
        }
    }

    /** Bundles with what each needs: a bundle only needs those before it. */
    private static final class World {

        private final Random random;
        private final List<LockedBundle> bundles = new ArrayList<>();
        private final List<Set<Integer>> needs = new ArrayList<>();

        World(long seed) {
            random = new Random(seed);
            for (int i = 0; i < LIBRARIES; i++) {
                add("library" + i, "1.0.0");
            }
            for (int i = 0; i < FEATURES; i++) {
                add("feature" + i, "1.0.0");
                add("feature" + i, "2.0.0");
            }
        }

        private void add(String name, String version) {
            Set<Integer> all = new LinkedHashSet<>();
            for (int i = 0; i < Math.min(LIBRARIES, bundles.size()); i++) {
                if (random.nextInt(3) == 0) {
                    all.addAll(needs.get(i));
                    all.add(i);
                }
            }
            bundles.add(Samples.bundle(name, version));
            needs.add(all);
        }

        Set<String> needs(String sha256) {
            Set<String> digests = new HashSet<>();
            for (int i = 0; i < bundles.size(); i++) {
                if (bundles.get(i).content().sha256().equals(sha256)) {
                    needs.get(i)
                            .forEach(n -> digests.add(bundles.get(n).content().sha256()));
                }
            }
            return digests;
        }

        private LockedFeature feature(int number, int version) {
            int at = LIBRARIES + 2 * number + version;
            List<LockedBundle> closure = new ArrayList<>();
            needs.get(at).stream().map(bundles::get).forEach(closure::add);
            closure.add(bundles.get(at));
            return Samples.feature("feature" + number, closure.toArray(LockedBundle[]::new));
        }

        /** Each feature in no, its old or its new version. */
        Lockfile lockfile(long generation) {
            List<LockedFeature> features = new ArrayList<>();
            for (int i = 0; i < FEATURES; i++) {
                int version = random.nextInt(3);
                if (version < 2) {
                    features.add(feature(i, version));
                }
            }
            return Samples.lockfile(generation, bundles, features.toArray(LockedFeature[]::new));
        }
    }

    @Property(tries = 500)
    void aChangeLeadsFromWhatRanToWhatMustRunAndStopsNothingBeforeTheCommit(@ForAll long seed) {
        World world = new World(seed);
        Lockfile current = world.lockfile(1);
        Lockfile next = world.lockfile(2);
        Model model = new Model();
        Set<String> expected = new HashSet<>();
        for (LockedFeature feature : current.features()) {
            if (world.random.nextBoolean()) {
                Steps.activation(feature, current, model.running()).forEach(step -> model.perform(step, world));
                next.feature(feature.id()).ifPresent(kept -> expected.addAll(kept.closure()));
            }
        }
        String wanted = next.features().isEmpty()
                ? ""
                : next.features()
                        .get(world.random.nextInt(next.features().size()))
                        .id();
        next.feature(wanted).ifPresent(feature -> expected.addAll(feature.closure()));
        Set<String> ranBefore = Set.copyOf(model.started);

        for (Step step : Steps.change(current, new Step.Commit(next, new byte[0]), model.running(), wanted)) {
            model.perform(step, world);
            if (!model.committed) {
                assertThat(model.started).containsAll(ranBefore);
            }
        }

        assertThat(model.committed).isTrue();
        assertThat(model.started).containsAll(expected);
        Set<String> kept = new HashSet<>();
        next.bundles().forEach(bundle -> kept.add(bundle.content().sha256()));
        assertThat(kept).containsAll(model.bundles);
    }

    @Property(tries = 200)
    void whatRunsNeedsNoStepsToRun(@ForAll long seed) {
        World world = new World(seed);
        Lockfile current = world.lockfile(1);
        Model model = new Model();
        for (LockedFeature feature : current.features()) {
            Steps.activation(feature, current, model.running()).forEach(step -> model.perform(step, world));
            assertThat(Steps.activation(feature, current, model.running())).isEmpty();
        }
    }
}
