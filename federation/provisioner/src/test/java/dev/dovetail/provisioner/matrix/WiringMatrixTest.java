package dev.dovetail.provisioner.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.BundlePair;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.sample.Desk;
import dev.dovetail.provisioner.sample.Samples;
import dev.dovetail.provisioner.sample.TestFramework;
import dev.dovetail.provisioner.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case is carried out in a running framework, and its generation is started in another: both are wired as expected. */
class WiringMatrixTest {

    private final Path home;

    WiringMatrixTest(@TempDir Path home) {
        this.home = home;
    }

    static Stream<Federated> cases() {
        return Stream.of(
                        RangeCases.all(),
                        SharingCases.all(),
                        CycleCases.all(),
                        ProviderCases.all(),
                        ExclusionCases.all())
                .flatMap(List::stream);
    }

    @Test
    void thereAreSixtyCasesAtLeastAndNoneTwice() {
        assertThat(cases().map(Federated::name)).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isWiredAsExpectedHotAndCold(Federated federated) throws Exception {
        Lockfile lockfile;
        try (var desk = new Desk(home.resolve("home"))) {
            carryOut(federated, desk);
            lockfile = desk.provisioner().installed();
            assertThat(desk.framework().packages()).as("hot").isEqualTo(federated.wires());
        }
        assertThat(cold(lockfile)).as("cold").isEqualTo(federated.wires());
    }

    private static void carryOut(Federated federated, Desk desk) throws Exception {
        List<BundlePair> offered = new ArrayList<>();
        int left = federated.steps().size();
        for (Federated.Step step : federated.steps()) {
            left--;
            offered.addAll(step.offered());
            for (BundlePair pair : offered) {
                Samples.put(desk.disk().store(), pair.jar());
            }
            if (left == 0 && !federated.refusal().isEmpty()) {
                assertRefused(federated, desk, offered, step.feature());
            } else {
                install(desk, offered, step.feature());
            }
        }
    }

    private static void assertRefused(Federated federated, Desk desk, List<BundlePair> offered, String feature)
            throws Exception {
        Lockfile before = desk.provisioner().installed();
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> install(desk, offered, feature));
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.code()).as(refused.getMessage()).isEqualTo(federated.refusal());
        assertThat(desk.provisioner().installed()).isEqualTo(before);
    }

    private static void install(Desk desk, List<BundlePair> offered, String feature) throws Exception {
        desk.provisioner()
                .carryOut(
                        new Request.Install(feature),
                        new Known(catalog(offered), List.of(), Map.of()),
                        true,
                        progress -> {});
    }

    private static Catalog catalog(List<BundlePair> offered) {
        List<IndexedBundle> all = offered.stream().map(BundlePair::indexed).toList();
        return Catalog.of(List.of(index(BundleSketch.ACME, all), index(BundleSketch.OTHER, all)));
    }

    private static Index index(URI repository, List<IndexedBundle> all) {
        return new Index(
                repository,
                all.stream()
                        .filter(bundle -> bundle.repository().equals(repository))
                        .toList(),
                List.of());
    }

    private Set<String> cold(Lockfile lockfile) throws Exception {
        List<Step> steps = new ArrayList<>();
        lockfile.bundles()
                .forEach(bundle -> steps.add(new Step.Install(
                        bundle, lockfile.wiring(bundle.content().sha256()))));
        steps.add(new Step.Resolve(lockfile.bundles()));
        try (var framework = new TestFramework(home.resolve("cold"))) {
            var bundles = framework.bundles(new Store(home.resolve("home/store")), Duration.ofSeconds(10));
            new Applier(bundles, new Generations(home.resolve("cold-home")), Optional::empty).apply(steps);
            return framework.packages();
        }
    }
}
