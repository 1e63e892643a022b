package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.FrameworkWiring;

/**
 * Hundreds of bundles that use each other's packages, a fifth of them there in two versions: a refresh of one makes the
 * resolver try combinations without an end, unless each bundle is held to its wires. How long it takes without, one can see
 * with {@code -Ddovetail.unpinned=true}, which may take all memory.
 */
class CrowdOfBundlesTest {

    private static final int NAMES = Integer.getInteger("dovetail.crowd", 490);
    private static final int WINDOW = 60;
    private static final int IMPORTS = 20;
    private static final int REFRESHES = 5;

    private final Path home;
    private final Map<LockedBundle, LockedWiring> first = new LinkedHashMap<>();
    private final Map<LockedBundle, LockedWiring> second = new LinkedHashMap<>();

    CrowdOfBundlesTest(@TempDir Path home) throws Exception {
        this.home = home;
        var store = new Store(home.resolve("store"));
        var random = new Random(590);
        List<LockedBundle> earlier = new ArrayList<>();
        for (int n = 0; n < NAMES; n++) {
            Set<Integer> needs = new TreeSet<>();
            for (int i = 0; i < IMPORTS && n > 0; i++) {
                needs.add(Math.max(0, n - 1 - random.nextInt(WINDOW)));
            }
            var one = bundle(n, "1.0.0", needs);
            Samples.put(store, one);
            earlier.add(one.locked(REPOSITORY));
            first.put(one.locked(REPOSITORY), wiring(needs, earlier));
            if (n % 5 == 0) {
                var two = bundle(n, "1.1.0", needs);
                Samples.put(store, two);
                second.put(two.locked(REPOSITORY), wiring(needs, earlier));
            }
        }
    }

    private static SampleBundle bundle(int n, String version, Set<Integer> needs) {
        var imports = new StringJoiner(",");
        var uses = new StringJoiner(",");
        needs.forEach(need -> imports.add("p" + need + ";version=\"[1,2)\""));
        needs.forEach(need -> uses.add("p" + need));
        var bundle = SampleBundle.named("crowd" + n, version)
                .header(
                        "Export-Package",
                        "p" + n + ";version=\"" + version + "\"" + (needs.isEmpty() ? "" : ";uses:=\"" + uses + "\""));
        return needs.isEmpty() ? bundle : bundle.header("Import-Package", imports.toString());
    }

    private static LockedWiring wiring(Set<Integer> needs, List<LockedBundle> providers) {
        return LockedWiring.of(needs.stream()
                .map(need -> new LockedWire(
                        "osgi.wiring.package",
                        "p" + need,
                        providers.get(need).content().sha256()))
                .toList());
    }

    @Test
    @Timeout(120)
    void withItsWiresHeldARefreshEndsAndChangesNoWire() throws Exception {
        assertThat(refresh(!Boolean.getBoolean("dovetail.unpinned"))).isTrue();
    }

    /** Answers whether the wiring is the same afterwards. */
    private boolean refresh(boolean recorded) throws Exception {
        try (var framework = new TestFramework(home.resolve("framework"))) {
            var applier = new Applier(
                    framework.bundles(new Store(home.resolve("store")), Duration.ofSeconds(10)),
                    new Generations(home),
                    Optional::empty);
            install(applier, first, recorded);
            install(applier, second, recorded);
            Set<String> before = framework.packages();
            var wiring = framework.context().getBundle(0).adapt(FrameworkWiring.class);
            for (int n = 0; n < REFRESHES; n++) {
                var bundle = framework
                        .context()
                        .getBundle(List.copyOf(first.keySet())
                                .get(NAMES - 1 - 6 * n)
                                .location());
                refresh(wiring, bundle);
                long begin = cpu();
                boolean all = wiring.resolveBundles(null);
                System.getLogger(CrowdOfBundlesTest.class.getName())
                        .log(
                                System.Logger.Level.INFO,
                                "FIGURE " + (recorded ? "held" : "free") + ", resolving after a refresh of " + bundle
                                        + ": " + (cpu() - begin) / 1_000_000 + " ms of CPU time, all: " + all);
            }
            return framework.packages().equals(before);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void install(Applier applier, Map<LockedBundle, LockedWiring> bundles, boolean recorded)
            throws Exception {
        List<Step> steps = new ArrayList<>();
        bundles.forEach(
                (bundle, wiring) -> steps.add(new Step.Install(bundle, recorded ? wiring : LockedWiring.UNKNOWN)));
        steps.add(new Step.Resolve(List.copyOf(bundles.keySet())));
        applier.apply(steps);
    }

    private static void refresh(FrameworkWiring wiring, Bundle bundle) throws InterruptedException {
        var done = new CountDownLatch(1);
        wiring.refreshBundles(List.of(bundle), event -> done.countDown());
        assertThat(done.await(100, TimeUnit.SECONDS)).isTrue();
    }
}
