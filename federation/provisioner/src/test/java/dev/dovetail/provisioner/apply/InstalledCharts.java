package dev.dovetail.provisioner.apply;

import static dev.dovetail.provisioner.sample.Samples.REPOSITORY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.federation.Workbench;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.LockedWire;
import dev.dovetail.provisioner.generation.LockedWiring;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.sample.SampleBundle;
import dev.dovetail.provisioner.sample.SampleWorkbench;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;
import org.osgi.framework.ServiceReference;

/** A feature named charts, installed in a real framework, and what changes it. What hangs there is given up after 1.5 s. */
final class InstalledCharts implements AutoCloseable {

    private final Path home;
    private final TestFramework framework;
    private final Generations generations;
    private final Store store;
    private final Applier applier;
    private final SampleWorkbench workbench = new SampleWorkbench();
    private final Retirements retirements = new Retirements(Clock.systemUTC());
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final Lockfile first;

    InstalledCharts(Path home, Lockfile first, SampleBundle... offered) throws Exception {
        this.home = home;
        this.first = first;
        framework = new TestFramework(home.resolve("framework"));
        generations = new Generations(home);
        store = new Store(home.resolve("store"));
        retirements.listen(told::add);
        applier = new Applier(
                framework.bundles(store, Duration.ofMillis(1500), retirements), generations, this::registered);
        offer(offered);
        apply(Lockfile.EMPTY, first);
    }

    static Lockfile lockfile(long generation, SampleBundle... closure) {
        List<LockedBundle> bundles =
                Arrays.stream(closure).map(bundle -> bundle.locked(REPOSITORY)).toList();
        if (bundles.isEmpty()) {
            return new Lockfile(generation, bundles, List.of());
        }
        LockedFeature feature = Samples.feature("charts", bundles.toArray(LockedBundle[]::new));
        return new Lockfile(generation, bundles, List.of(feature));
    }

    /** With its wires. */
    static Lockfile pinned(long generation, SampleBundle provider, SampleBundle user) {
        Lockfile plain = lockfile(generation, provider, user);
        return new Lockfile(
                generation,
                plain.bundles(),
                plain.features(),
                Map.of(
                        provider.sha256(),
                        LockedWiring.of(List.of()),
                        user.sha256(),
                        LockedWiring.of(
                                List.of(new LockedWire("osgi.wiring.package", "charts.api", provider.sha256())))));
    }

    void offer(SampleBundle... bundles) throws Exception {
        Samples.put(store, bundles);
    }

    /** The applier finds it as the launcher does: by the service registry. */
    SampleWorkbench showShell() {
        framework.context().registerService(Workbench.class, workbench, null);
        return workbench;
    }

    private Optional<Workbench> registered() {
        ServiceReference<Workbench> reference = framework.context().getServiceReference(Workbench.class);
        return Optional.ofNullable(
                reference == null ? null : framework.context().getService(reference));
    }

    void apply(Lockfile current, Lockfile next) throws Exception {
        apply(current, next, "charts");
    }

    void apply(Lockfile current, Lockfile next, String requested) throws Exception {
        applier.apply(Steps.change(current, new Step.Commit(next, new byte[0]), applier.running(), requested));
    }

    ApplyException refused(Lockfile next) {
        return refused(first, next);
    }

    ApplyException refused(Lockfile current, Lockfile next) {
        return catchThrowableOfType(ApplyException.class, () -> apply(current, next));
    }

    /** Where the lockfile of a generation would be written, there is something. */
    void obstruct(long generation) throws Exception {
        Files.createDirectories(home.resolve("generations/" + generation + ".lock/in the way"));
    }

    void nothingHasChanged() throws Exception {
        String[] names = first.bundles().stream()
                .map(bundle -> bundle.symbolicName() + " " + bundle.version())
                .sorted()
                .toArray(String[]::new);
        assertThat(framework.active()).containsExactly(names);
        assertThat(framework.bundles()).containsExactly(names);
        assertThat(framework.removalPending()).isEmpty();
        assertThat(generations.current()).isEqualTo(first);
    }

    /** Where the copies of its bundle come from that the framework has. */
    Set<String> copies() {
        return Arrays.stream(framework.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().equals("charts"))
                .map(Bundle::getLocation)
                .collect(Collectors.toSet());
    }

    Lockfile first() {
        return first;
    }

    TestFramework framework() {
        return framework;
    }

    Generations generations() {
        return generations;
    }

    Applier applier() {
        return applier;
    }

    Retirements retirements() {
        return retirements;
    }

    /** What was said of bundles that don't go. */
    List<String> told() {
        return told;
    }

    @Override
    public void close() {
        framework.close();
    }
}
