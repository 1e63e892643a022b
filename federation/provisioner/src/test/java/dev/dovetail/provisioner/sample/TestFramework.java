package dev.dovetail.provisioner.sample;

import dev.dovetail.provisioner.apply.Admission;
import dev.dovetail.provisioner.apply.Borders;
import dev.dovetail.provisioner.apply.FrameworkBundles;
import dev.dovetail.provisioner.apply.Retirements;
import dev.dovetail.provisioner.gate.Gate;
import dev.dovetail.provisioner.gate.Grants;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.apache.felix.framework.FrameworkFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.resource.Resource;

/** A real Felix with a cache of its own. */
public final class TestFramework implements AutoCloseable {

    private final Framework framework;
    private final @Nullable Borders borders;

    public TestFramework(Path cache) throws Exception {
        this(cache, true);
    }

    /** Bare, or with the borders that the launcher raises. */
    public TestFramework(Path cache, boolean bordered) throws Exception {
        framework = new FrameworkFactory()
                .newFramework(Map.of(
                        Constants.FRAMEWORK_STORAGE,
                        cache.toString(),
                        Constants.FRAMEWORK_STORAGE_CLEAN,
                        Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                        "felix.log.level",
                        "0"));
        framework.start();
        borders = bordered ? Borders.raise(framework.getBundleContext()) : null;
    }

    public Borders borders() {
        return Objects.requireNonNull(borders);
    }

    /** As the launcher does it. */
    public FrameworkBundles bundles(Store store, Duration startLimit) {
        return bundles(store, startLimit, Grants.unbounded());
    }

    public FrameworkBundles bundles(Store store, Duration startLimit, Grants grants) {
        return bundles(store, startLimit, grants, new Retirements(Clock.systemUTC()));
    }

    public FrameworkBundles bundles(Store store, Duration startLimit, Retirements retirements) {
        return bundles(store, startLimit, Grants.unbounded(), retirements);
    }

    private FrameworkBundles bundles(Store store, Duration startLimit, Grants grants, Retirements retirements) {
        return new FrameworkBundles(
                context(),
                store,
                startLimit,
                new Admission(new Gate(), grants, borders()::reserved),
                borders(),
                retirements);
    }

    public BundleContext context() {
        return framework.getBundleContext();
    }

    public List<Resource> platform() {
        return List.of(framework.adapt(BundleRevision.class));
    }

    /** All bundles but the framework itself, by name and version. */
    public List<String> bundles() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0)
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .sorted()
                .toList();
    }

    /** The bundles that are active, by name and version. */
    public List<String> active() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0 && bundle.getState() == Bundle.ACTIVE)
                .map(bundle -> bundle.getSymbolicName() + " " + bundle.getVersion())
                .sorted()
                .toList();
    }

    /** Who gets which package from which other bundle, by name and version. */
    public Set<String> packages() {
        return Arrays.stream(context().getBundles())
                .filter(bundle -> bundle.getBundleId() != 0 && bundle.adapt(BundleWiring.class) != null)
                .flatMap(bundle -> bundle.adapt(BundleWiring.class).getRequiredWires("osgi.wiring.package").stream())
                .filter(wire -> wire.getProvider().getBundle().getBundleId() != 0)
                .map(wire -> text(wire.getRequirer()) + " <- "
                        + wire.getCapability().getAttributes().get("osgi.wiring.package") + " <- "
                        + text(wire.getProvider()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String text(BundleRevision revision) {
        return revision.getSymbolicName() + " " + revision.getVersion();
    }

    public Bundle bundle(SampleBundle sample) {
        return context().getBundle("sha256:" + sample.sha256());
    }

    public List<Bundle> removalPending() {
        return List.copyOf(framework.adapt(FrameworkWiring.class).getRemovalPendingBundles());
    }

    public static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited for 20 s in vain");
            }
            Thread.sleep(5);
        }
    }

    @Override
    public void close() {
        try {
            framework.stop();
            FrameworkEvent event = framework.waitForStop(10_000);
            if (event.getType() == FrameworkEvent.WAIT_TIMEDOUT) {
                throw new AssertionError("The framework did not stop");
            }
        } catch (BundleException | InterruptedException e) {
            throw new AssertionError("The framework did not stop", e);
        }
    }
}
