package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexWriter;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlannerScaleTest {

    private static final Installed EMPTY = new Installed(
            List.of(bundle("platform", "1").exports("javafx.scene", "21.0.12").platform()), List.of(), Map.of());

    @Test
    void plansAFeatureOutOfAThousandBundlesWithinASecond() throws Exception {
        var xml = new ByteArrayOutputStream();
        new IndexWriter().write(thousand(), xml);
        var planner = new Planner(Clock.systemUTC());

        for (var round = 1; round <= 5; round++) {
            var start = System.nanoTime();
            var index = new IndexReader()
                    .read(new ByteArrayInputStream(xml.toByteArray()), BundleSketch.ACME, BundleSketch.ACME);
            var read = System.nanoTime();
            var catalog = Catalog.of(List.of(index));
            var merged = System.nanoTime();
            var plan = (Plan) planner.plan(new Request.Install("f0"), EMPTY, catalog);
            var planned = System.nanoTime();
            assertThat(plan.add()).hasSize(16);
            System.out.printf(
                    "index of %d KB, %d bundles: read %d ms, merged %d ms, planned %d bundles in %d ms%n",
                    xml.size() >> 10,
                    index.bundles().size(),
                    (read - start) / 1_000_000,
                    (merged - read) / 1_000_000,
                    plan.add().size(),
                    (planned - merged) / 1_000_000);
            assertThat(Duration.ofNanos(planned - merged)).isLessThan(Duration.ofSeconds(1));
        }
    }

    @Test
    void plansAChainOfManyBundles() {
        assertThat(new Planner(Clock.systemUTC()).plan(new Request.Install("f0"), EMPTY, chain(300)))
                .isInstanceOfSatisfying(
                        Plan.class, plan -> assertThat(plan.add()).hasSize(302));
    }

    @Test
    void plansAChainThatIsTooLongForAThreadsUsualStack() {
        assertThat(new Planner(Clock.systemUTC()).plan(new Request.Install("f0"), EMPTY, chain(4_000)))
                .isInstanceOfSatisfying(
                        Plan.class, plan -> assertThat(plan.add()).hasSize(4_002));
    }

    private static Catalog chain(int length) {
        var bundles = new ArrayList<IndexedBundle>();
        bundles.add(feature("f0", "1").imports("p0", "1").build());
        for (var i = 0; i < length; i++) {
            bundles.add(bundle("b" + i, "1")
                    .exports("p" + i, "1")
                    .imports("p" + (i + 1), "1")
                    .build());
        }
        bundles.add(bundle("end", "1").exports("p" + length, "1").build());
        return catalog(bundles);
    }

    @Test
    void findsTheEndOfALongChainThatBreaks() {
        var bundles = new ArrayList<IndexedBundle>();
        bundles.add(feature("f0", "1").imports("p0", "1").build());
        for (var i = 0; i < 20_000; i++) {
            bundles.add(bundle("b" + i, "1")
                    .exports("p" + i, "1")
                    .imports("p" + (i + 1), "1")
                    .build());
        }

        var outcome = new Planner(Clock.systemUTC()).plan(new Request.Install("f0"), EMPTY, catalog(bundles));

        assertThat(outcome)
                .isInstanceOfSatisfying(Refusal.MissingRequirement.class, missing -> assertThat(missing.chain())
                        .hasSize(20_001));
    }

    /** The shape on which a refresh of the running framework once took ten seconds and 1.5 GB. */
    @Test
    void plansAmongSixHundredBundlesOfWhichManyAreThereInTwoVersions() {
        var random = new Random(42);
        var installed = crowd(random);
        var more = new ArrayList<>(installed.bundles());
        more.add(feature("more", "1.0.0")
                .imports("p100", "[1,2)")
                .imports("p250", "[1.1,2)")
                .imports("p399", "[1,2)")
                .build());

        // Nobody's machine is that slow; what is asked here is whether there is an end.
        var planner = new Planner(Clock.systemUTC(), Duration.ofMinutes(5));

        var unrecorded = timed("wires unknown", planner, installed, catalog(more));
        var recorded =
                new Installed(installed.platform(), installed.bundles(), installed.features(), unrecorded.wires());
        var again = timed("wires recorded", planner, recorded, catalog(more));

        assertThat(unrecorded.add()).hasSize(1);
        assertThat(again.add()).isEqualTo(unrecorded.add());
        assertThat(again.restarts()).isEmpty();
    }

    private static Plan timed(String what, Planner planner, Installed installed, Catalog catalog) {
        var start = System.nanoTime();
        var outcome = planner.plan(new Request.Install("more"), installed, catalog);
        System.out.printf(
                "%d bundles, %s: planned in %d ms%n",
                installed.bundles().size(), what, (System.nanoTime() - start) / 1_000_000);
        assertThat(outcome).isInstanceOf(Plan.class);
        return (Plan) outcome;
    }

    @Test
    void provesThatThereIsNoWayAmongAsMany() {
        var random = new Random(42);
        var installed = crowd(random);
        var more = new ArrayList<>(installed.bundles());
        more.add(bundle("only-old", "1")
                .exports("only-old", "1", Map.of("uses", "p485"))
                .imports("p485", "[1,1.1)")
                .build());
        more.add(feature("more", "1.0.0")
                .imports("only-old", "1")
                .imports("p485", "[1.1,2)")
                .build());

        assertThat(new Planner(Clock.systemUTC(), Duration.ofMinutes(5))
                        .plan(new Request.Install("more"), installed, catalog(more)))
                .isInstanceOf(Refusal.UsesConflict.class);
    }

    /** Every library imports up to twenty of those below it and shows their types; every fifth is there twice. */
    private static Installed crowd(Random random) {
        var bundles = new ArrayList<IndexedBundle>();
        for (var i = 0; i < 490; i++) {
            for (var minor = 0; minor < (i % 5 == 0 ? 2 : 1); minor++) {
                var sketch = bundle("lib" + i, "1." + minor);
                var below = random.ints(Math.min(i, 20), Math.max(0, i - 60), Math.max(1, i))
                        .distinct()
                        .sorted()
                        .toArray();
                var uses = Arrays.stream(below).mapToObj(n -> "p" + n).collect(Collectors.joining(","));
                for (var n : below) {
                    sketch.imports("p" + n, n % 5 == 0 && i % 29 == 7 ? "[1,1.1)" : "[1,2)");
                }
                bundles.add(sketch.exports("p" + i, "1." + minor, uses.isEmpty() ? Map.of() : Map.of("uses", uses))
                        .build());
            }
        }
        var features = new TreeMap<String, IndexedBundle>();
        for (var i = 0; i < 4; i++) {
            var sketch = feature("f" + i, "1");
            for (var n = 490 - 10; n < 490; n++) {
                sketch.imports("p" + n, "[1,2)");
            }
            features.put("f" + i, sketch.build());
        }
        bundles.addAll(features.values());
        return new Installed(EMPTY.platform(), bundles, features);
    }

    @Test
    void givesUpWhenTimeIsUp() {
        var ticking = new Clock() {
            private final AtomicLong seconds = new AtomicLong();

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return Instant.ofEpochSecond(seconds.getAndIncrement());
            }
        };
        var planner = new Planner(ticking, Duration.ofSeconds(30));

        assertThat(planner.plan(new Request.Install("f0"), EMPTY, catalog(thousand())))
                .isEqualTo(new Refusal.TooComplex("f0", "no answer after 30 seconds"));
    }

    private static Catalog catalog(List<IndexedBundle> bundles) {
        return Catalog.of(List.of(new Index(BundleSketch.ACME, bundles, List.of())));
    }

    /** 50 features and 190 libraries in five versions each; every library leans on the next two, in steps of fifteen. */
    private static List<IndexedBundle> thousand() {
        var bundles = new ArrayList<IndexedBundle>();
        for (var i = 0; i < 50; i++) {
            bundles.add(feature("f" + i, "1.0.0")
                    .imports("javafx.scene", "[21,26)")
                    .imports("lib" + (i * 3 / 15 * 15), "[1,2)")
                    .build());
        }
        for (var i = 0; i < 190; i++) {
            for (var minor = 0; minor < 5; minor++) {
                var sketch = bundle("lib" + i, "1." + minor + ".0");
                for (var part = 0; part < 8; part++) {
                    sketch.exports("lib" + i + ".part" + part, "1." + minor + ".0", Map.of("uses", "lib" + (i + 1)));
                }
                sketch.exports("lib" + i, "1." + minor + ".0", Map.of("uses", "lib" + (i + 1) + ",javafx.scene"));
                sketch.imports("javafx.scene", "[21,26)");
                for (var next = i + 1; next <= i + 2 && next % 15 != 0 && (i % 15) != 14; next++) {
                    sketch.imports("lib" + next, "[1,2)");
                }
                bundles.add(sketch.build());
            }
        }
        return bundles;
    }
}
