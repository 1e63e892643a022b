package dev.dovetail.provisioner;

import static dev.dovetail.provisioner.sample.Samples.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.Unloading.Leftover;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Retirements;
import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.SteppingClock;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.wiring.BundleWiring;

class UnloadingTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final SteppingClock clock = new SteppingClock();
    private final Deque<Runnable> alarms = new ArrayDeque<>();
    private final AtomicInteger collections = new AtomicInteger();
    private final List<String> told = new ArrayList<>();
    private final List<Object> holder = new ArrayList<>();
    private final TestFramework framework;
    private final Store store;
    private final Retirements retirements;
    private final Applier applier;
    private final Unloading unloading;

    UnloadingTest(@TempDir Path home) throws Exception {
        framework = new TestFramework(home.resolve("framework"));
        store = new Store(home.resolve("store"));
        retirements = new Retirements(clock);
        applier = new Applier(
                framework.bundles(store, Duration.ofSeconds(30), retirements), new Generations(home), Optional::empty);
        Watch watch = new Watch(new Started(false, List.of()), clock, (delay, task) -> alarms.add(task), LIMIT, LIMIT);
        unloading = new Unloading(retirements, watch, LIMIT, this::collect, told::add);
    }

    @AfterEach
    void stop() {
        framework.close();
    }

    private void collect() {
        collections.incrementAndGet();
        try {
            for (int round = 0; round < 5; round++) {
                System.gc();
                Thread.sleep(20);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A feature in that version comes, and goes; somebody may hold on to its classes. */
    private void comeAndGo(String version, boolean held) throws Exception {
        SampleBundle sample = SampleBundle.named("team.charts", version)
                .header("Provide-Capability", "dovetail.feature;dovetail.feature=charts;title=Charts");
        Samples.put(store, sample);
        LockedBundle locked = sample.locked(REPOSITORY);
        applier.apply(List.of(new Step.Install(locked), new Step.Resolve(List.of(locked))));
        if (held) {
            holder.add(framework.bundle(sample).adapt(BundleWiring.class).getClassLoader());
        }
        applier.apply(List.of(new Step.Retire(locked)));
    }

    private void wake() {
        clock.pass(LIMIT);
        alarms.remove().run();
    }

    @Test
    void what_nothing_holds_is_gone_after_one_collection_and_nobody_is_told() throws Exception {
        comeAndGo("1.0.0", false);
        comeAndGo("1.1.0", false);
        assertThat(alarms).as("one for all").hasSize(1);
        assertThat(collections).as("before the limit").hasValue(0);
        wake();
        assertThat(collections).hasValue(1);
        assertThat(unloading.report()).isEqualTo(new Unloading.Report(2, List.of()));
        assertThat(alarms).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void what_something_holds_is_reported_after_the_limit_and_told_once_after_the_second_collection() throws Exception {
        comeAndGo("1.0.0", true);
        assertThat(unloading.report().present()).extracting(Leftover::held).containsExactly(false);
        wake();
        assertThat(unloading.report().present()).singleElement().satisfies(leftover -> {
            assertThat(leftover.held()).isTrue();
            assertThat(leftover.retirement().feature()).isEqualTo("charts");
            assertThat(leftover.retirement().name()).isEqualTo("team.charts 1.0.0");
        });
        assertThat(told).isEmpty();
        wake();
        assertThat(told)
                .singleElement()
                .asString()
                .startsWith("team.charts 1.0.0 was replaced, but something holds on");
        assertThat(alarms).as("no more looks").isEmpty();
        assertThat(collections).hasValue(2);

        comeAndGo("1.1.0", true);
        wake();
        wake();
        assertThat(told).as("once for each feature").hasSize(1);
        assertThat(unloading.report().present()).extracting(Leftover::held).containsExactly(true, true);
    }

    @Test
    void what_was_held_and_let_go_is_reported_no_longer() throws Exception {
        comeAndGo("1.0.0", true);
        wake();
        holder.clear();
        collect();
        assertThat(unloading.report()).isEqualTo(new Unloading.Report(1, List.of()));
    }

    @Test
    void what_came_a_moment_ago_has_its_full_time() throws Exception {
        comeAndGo("1.0.0", false);
        clock.pass(LIMIT.dividedBy(2));
        comeAndGo("1.1.0", true);
        clock.pass(LIMIT.dividedBy(2));
        alarms.remove().run();
        assertThat(unloading.report().present()).extracting(Leftover::held).containsExactly(false);
        assertThat(alarms).hasSize(1);
    }

    @Test
    void the_framework_remembers_no_bundle_that_used_a_service_and_left() throws Exception {
        framework.context().registerService(Runnable.class, () -> {}, null);
        SampleBundle sample = SampleBundle.named("team.charts", "1.0.0");
        Samples.put(store, sample);
        LockedBundle locked = sample.locked(REPOSITORY);
        applier.apply(List.of(
                new Step.Install(locked),
                new Step.Resolve(List.of(locked)),
                new Step.Start(locked, Samples.feature("charts", locked))));
        var bundle = new java.lang.ref.WeakReference<>(used(sample));
        applier.apply(List.of(new Step.Retire(locked)));
        for (int round = 0; round < 50 && !bundle.refersTo(null); round++) {
            collect();
        }
        assertThat(bundle.refersTo(null)).isTrue();
    }

    private org.osgi.framework.Bundle used(SampleBundle sample) {
        org.osgi.framework.Bundle bundle = framework.bundle(sample);
        var context = bundle.getBundleContext();
        var reference = context.getServiceReference(Runnable.class);
        context.getService(reference);
        context.ungetService(reference);
        return bundle;
    }
}
