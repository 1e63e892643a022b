package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.sample.TestFramework;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.framework.hooks.resolver.ResolverHook;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Resource;

/** A real Felix that carries plans out to the letter, step by step, and tells which bundles stopped and started. */
final class Framework implements AutoCloseable {

    private final TestFramework felix;
    private final Map<String, byte[]> jars;
    private final Map<String, String> pins = new HashMap<>();
    private final Set<String> stopped = new TreeSet<>();
    private final Set<String> started = new TreeSet<>();

    Framework(TestFramework felix, Map<String, byte[]> jars) {
        this.felix = felix;
        this.jars = jars;
        felix.context().registerService(ResolverHookFactory.class, triggers -> new Pinning(), null);
        felix.context().addBundleListener((SynchronousBundleListener) this::heard);
    }

    private void heard(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPED) {
            stopped.add(event.getBundle().getSymbolicName());
        } else if (event.getType() == BundleEvent.STARTED) {
            started.add(event.getBundle().getSymbolicName());
        }
    }

    List<Resource> platform() {
        return felix.platform();
    }

    /** The names of bundles that stopped and of which a version, that one or another, started. */
    Set<String> restarted() {
        var both = new TreeSet<>(stopped);
        both.retainAll(started);
        return both;
    }

    Set<String> stopped() {
        return stopped;
    }

    void carryOut(Plan plan, Map<String, IndexedBundle> before) throws Exception {
        stopped.clear();
        started.clear();
        pins.clear();
        plan.wires()
                .forEach(wire -> pins.put(
                        wire.requirer() + " " + wire.name(), wire.provider().toString()));
        var again = new ArrayList<Bundle>();
        for (var step : plan.steps()) {
            if (step instanceof PlanStep.Install install) {
                felix.context()
                        .installBundle(
                                location(install.bundle()),
                                new ByteArrayInputStream(
                                        jars.get(install.bundle().toString())));
            } else if (step instanceof PlanStep.Start start) {
                bundle(start.feature().bundle()).start();
            } else if (step instanceof PlanStep.Replace replace) {
                bundle(replace.feature().bundle()).start();
                bundle(Objects.requireNonNull(before.get(replace.feature().id())))
                        .stop();
            } else if (step instanceof PlanStep.Stop stop) {
                bundle(stop.bundle()).stop();
            } else if (step instanceof PlanStep.Remove remove) {
                bundle(remove.bundle()).uninstall();
            } else if (step instanceof PlanStep.Again restart) {
                again.add(bundle(restart.feature().bundle()));
                restart.restart().moves().forEach(move -> again.add(named(move.user())));
            }
        }
        refresh(again);
    }

    /** The framework stops whoever depends on what is refreshed, and starts it again. */
    private void refresh(Collection<Bundle> bundles) throws InterruptedException {
        var wiring = felix.context().getBundle(0).adapt(FrameworkWiring.class);
        var all = new HashSet<>(bundles);
        all.addAll(wiring.getRemovalPendingBundles());
        if (!all.isEmpty()) {
            var done = new CountDownLatch(1);
            wiring.refreshBundles(all, event -> done.countDown());
            if (!done.await(20, TimeUnit.SECONDS)) {
                throw new AssertionError("The framework did not refresh");
            }
        }
    }

    /** Who gets which package from whom, of bundles that are resolved. */
    Set<String> packages() {
        return Arrays.stream(felix.context().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0 && bundle.adapt(BundleWiring.class) != null)
                .flatMap(bundle -> bundle.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package").stream())
                .filter(wire -> wire.getProvider().getBundle().getBundleId() != 0)
                .map(wire -> text(wire.getRequirer()) + " <- "
                        + wire.getCapability().getAttributes().get("osgi.wiring.package") + " <- "
                        + text(wire.getProvider()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String location(IndexedBundle bundle) {
        return "test:" + bundle;
    }

    private Bundle bundle(IndexedBundle bundle) {
        return felix.context().getBundle(location(bundle));
    }

    private Bundle named(String text) {
        return felix.context().getBundle("test:" + text);
    }

    private static String text(BundleRevision revision) {
        return revision.getSymbolicName() + " " + revision.getVersion();
    }

    @Override
    public void close() {
        felix.close();
    }

    /** Admits the wires of the plan and no others. */
    private final class Pinning implements ResolverHook {

        @Override
        public void filterResolvable(Collection<BundleRevision> candidates) {}

        @Override
        public void filterSingletonCollisions(BundleCapability singleton, Collection<BundleCapability> collisions) {}

        @Override
        public void filterMatches(BundleRequirement requirement, Collection<BundleCapability> candidates) {
            candidates.removeIf(candidate -> {
                var name = candidate.getAttributes().get(candidate.getNamespace());
                var pinned = pins.get(text(requirement.getRevision()) + " " + name);
                return pinned != null
                        && candidate.getRevision().getBundle().getBundleId() != 0
                        && !pinned.equals(text(candidate.getRevision()));
            });
        }

        @Override
        public void end() {}
    }
}
