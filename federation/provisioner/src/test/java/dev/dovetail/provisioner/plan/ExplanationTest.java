package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.ACME;
import static dev.dovetail.provisioner.catalog.BundleSketch.OTHER;
import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;
import org.osgi.resource.Resource;

/**
 * What people read, word by word: each case is planned, and its explanation is one of the texts in {@code explanations/}.
 * With {@code -Dgolden.write=true} the texts are written anew, for somebody to look at.
 */
class ExplanationTest {

    private static final Path TEXTS = Path.of("src/test/resources/explanations");
    private static final Resource PLATFORM = bundle("platform", "1.0.0")
            .exports("javafx.scene", "21.0.12")
            .exports("dev.dovetail.api", "1.0.0")
            .provides("osgi.ee", Map.of("osgi.ee", "JavaSE", "version", List.of(v("11"), v("17"))), Map.of())
            .platform();

    private static Version v(String version) {
        return Version.valueOf(version);
    }

    private static final Request INSTALL = new Request.Install("charts");
    private static final Request UPDATE = new Request.Update("charts");

    static Stream<String> cases() {
        return all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void saysItInTheseWords(String name) throws IOException {
        var said = text(Objects.requireNonNull(all().get(name)));
        var file = TEXTS.resolve(name + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(TEXTS);
            Files.writeString(file, said);
        }

        assertThat(said).isEqualTo(Files.readString(file, StandardCharsets.UTF_8));
    }

    @Test
    void everyTextHasACase() throws IOException {
        try (Stream<Path> files = Files.list(TEXTS)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(all().keySet());
        }
    }

    @Test
    void everyCodeIsExplained() {
        Set<String> codes = new TreeSet<>();
        all().values().forEach(refusal -> codes.add(Explanation.of(refusal).code()));

        assertThat(codes)
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 18)
                        .mapToObj(number -> String.format("DT-RESOLVE-%03d", number))
                        .toList());
    }

    @Test
    void keepsTheResolversOwnWordsForWhoeverAsks() {
        var explanation = Explanation.of(new Refusal.Conflict("charts", "(&(osgi.wiring.package=a))\n"));

        assertThat(explanation.message()).doesNotContain("osgi.wiring");
        assertThat(explanation.details()).isEqualTo("(&(osgi.wiring.package=a))");
    }

    private static String text(Refusal refusal) {
        var explanation = Explanation.of(refusal);
        return explanation.code() + "\n" + explanation.message() + "\nhint: " + explanation.hint() + "\n";
    }

    private static Map<String, Refusal> all() {
        Map<String, Refusal> all = new LinkedHashMap<>();
        addRequests(all);
        addMissing(all);
        addPlatform(all);
        addConflicts(all);
        addLimits(all);
        return all;
    }

    private static void addRequests(Map<String, Refusal> all) {
        var one = feature("charts", "1.0.0").build();
        var two = feature("charts", "2.0.0").build();
        var maps = new Request.Install("maps");
        all.put(
                "unknown-feature",
                refusal(maps, there(), catalog(one, feature("explorer", "1").build())));
        all.put("unknown-feature-of-many", refusal(maps, there(), many()));
        all.put(
                "unknown-feature-where-none-are",
                refusal(maps, there(), catalog(bundle("lib", "1").build())));
        all.put("no-repository", refusal(INSTALL, there(), Catalog.of(List.of())));
        all.put(
                "no-such-version",
                refusal(new Request.Install("charts", new VersionRange("[3,4)")), there(), catalog(one, two)));
        all.put("not-installed", refusal(UPDATE, there(), catalog(one)));
        all.put("already-installed", refusal(INSTALL, there(one), catalog(one)));
        all.put("nothing-newer", refusal(UPDATE, there(one), catalog(one)));
        all.put("everything-up-to-date", refusal(new Request.UpdateAll(), there(one), catalog(one)));
        var pins = Pins.NONE.with("charts", new VersionRange("[1,2)"));
        all.put("pinned", refusal(UPDATE, there(one), catalog(one, two), pins));
        all.put("nothing-can-be-updated", refusal(new Request.UpdateAll(), there(one), catalog(two), pins));
        all.put(
                "feature-outside-its-namespace",
                refusal(maps, there(), withheld(feature("maps", "1").build())));
    }

    private static void addMissing(Map<String, Refusal> all) {
        var charts = feature("charts", "2.0.0").imports("acme.tables", "[2,3)").build();
        all.put("missing-package", refusal(INSTALL, there(), catalog(charts)));
        all.put(
                "missing-version-of-a-package",
                refusal(
                        INSTALL,
                        there(),
                        catalog(
                                charts,
                                bundle("acme.tables.api", "1.4")
                                        .exports("acme.tables", "1.4")
                                        .build(),
                                bundle("tables", "0.9")
                                        .exports("acme.tables", "0.9.1")
                                        .in(OTHER)
                                        .build())));
        all.put(
                "package-for-others",
                refusal(
                        INSTALL,
                        there(),
                        catalog(
                                charts,
                                bundle("acme.tables.old", "2.1")
                                        .provides(
                                                "osgi.wiring.package",
                                                Map.of(
                                                        "osgi.wiring.package",
                                                        "acme.tables",
                                                        "version",
                                                        Version.valueOf("2.1"),
                                                        "scope",
                                                        "old"),
                                                Map.of("mandatory", "scope"))
                                        .build())));
        all.put(
                "missing-behind-other-bundles",
                refusal(
                        INSTALL,
                        there(),
                        catalog(
                                feature("charts", "2").imports("lib", "1").build(),
                                bundle("lib", "1.1")
                                        .exports("lib", "1")
                                        .imports("deep", "1")
                                        .build(),
                                bundle("deep", "1.2")
                                        .exports("deep", "1")
                                        .requiresBundle("gone", "[1,1]")
                                        .build())));
        all.put(
                "missing-extender",
                refusal(
                        INSTALL,
                        there(),
                        catalog(feature("charts", "2")
                                .requires(
                                        "osgi.extender",
                                        BundleSketch.filter("osgi.extender", "acme.scan", "version", "[1,2)"),
                                        Map.of())
                                .build())));
        all.put(
                "missing-capability-without-a-name",
                refusal(
                        INSTALL,
                        there(),
                        catalog(feature("charts", "2")
                                .requires("acme.thing", "(a=b)", Map.of())
                                .build())));
        all.put(
                "package-outside-a-namespace",
                refusal(
                        INSTALL,
                        there(),
                        withheld(
                                bundle("acme.tables.api", "2.1")
                                        .exports("acme.tables", "2.1")
                                        .build(),
                                charts)));
        var old = feature("tables", "1").exports("tables", "1").build();
        all.put(
                "another-version-is-installed",
                refusal(
                        INSTALL,
                        there(old),
                        catalog(
                                feature("charts", "1")
                                        .imports("tables", "[2,3)")
                                        .build(),
                                feature("tables", "2").exports("tables", "2").build())));
    }

    private static void addPlatform(Map<String, Refusal> all) {
        var help = BundleSketch.filter("osgi.ee", "JavaSE", "version", "[25,25]");
        all.put(
                "javafx-too-old",
                refusal(
                        INSTALL,
                        there(),
                        catalog(feature("charts", "2")
                                .imports("javafx.scene", "[26,30)")
                                .build())));
        all.put(
                "java-too-old",
                refusal(
                        INSTALL,
                        there(),
                        catalog(feature("charts", "2")
                                .requires("osgi.ee", help, Map.of())
                                .build())));
        all.put(
                "shell-too-old",
                refusal(
                        INSTALL,
                        there(),
                        catalog(feature("charts", "2")
                                .imports("dev.dovetail.api", "[1.3,2)")
                                .build())));
    }

    private static void addConflicts(Map<String, Refusal> all) {
        var one = bundle("lib1", "1").exports("lib", "1.0.0").build();
        var two = bundle("lib2", "1").exports("lib", "2.0.0").in(OTHER).build();
        var a = bundle("a", "1")
                .exports("a", "1", Map.of("uses", "lib"))
                .imports("lib", "[1,2)")
                .build();
        var charts =
                feature("charts", "1").imports("a", "1").imports("lib", "[2,3)").build();
        all.put("uses-conflict", refusal(INSTALL, there(), catalog(one, two, a, charts)));
        var single = bundle("single", "1").singleton().exports("s", "1").build();
        var twice = bundle("single", "2").singleton().exports("s", "2").build();
        var b = bundle("b", "1").exports("b", "1").imports("s", "[1,2)").build();
        var both =
                feature("charts", "1").imports("b", "1").imports("s", "[2,3)").build();
        all.put("only-once", refusal(INSTALL, there(), catalog(single, twice, b, both)));
        all.put("would-stop-a-feature", wouldStop());
        all.put("conflict", new Refusal.Conflict("charts", "what the resolver says"));
    }

    private static Refusal wouldStop() {
        var api = bundle("tables.api", "1").exports("tables", "1").build();
        var next = bundle("tables.api", "2").exports("tables", "2").build();
        var charts = ServiceSketch.provides(feature("charts", "1").imports("tables", "[1,2)"), "tables.Source")
                .build();
        var newer = ServiceSketch.provides(feature("charts", "2").imports("tables", "[2,3)"), "tables.Source")
                .build();
        var maps = ServiceSketch.uses(feature("maps", "1").imports("tables", "[1,2)"), "tables.Source")
                .build();
        return refusal(UPDATE, there(api, charts, maps), catalog(next, newer));
    }

    private static void addLimits(Map<String, Refusal> all) {
        all.put("too-complex", new Refusal.TooComplex("charts", "no answer after 20 seconds"));
        all.put("update-too-complex", new Refusal.TooComplex("", "no answer after 20 seconds"));
        all.put("cancelled", (Refusal) new Planner(Clock.systemUTC())
                .plan(INSTALL, there(), catalog(feature("charts", "1").build()), Pins.NONE, () -> true));
    }

    private static Catalog many() {
        return catalog(IntStream.range(0, 11)
                .mapToObj(i -> feature("f" + i, "1").build())
                .toArray(IndexedBundle[]::new));
    }

    /** The first is there, but its repository may not bring it. */
    private static Catalog withheld(IndexedBundle first, IndexedBundle... others) {
        return Catalog.of(List.of(new Index(
                ACME,
                List.of(others),
                List.of(RefusedEntry.of(first, "DT-TRUST-011", "expected a name that acme may bring")))));
    }

    private static Installed there(IndexedBundle... bundles) {
        var features = new TreeMap<String, IndexedBundle>();
        for (var bundle : bundles) {
            bundle.capabilities("dovetail.feature")
                    .forEach(capability -> features.put(
                            String.valueOf(capability.getAttributes().get("dovetail.feature")), bundle));
        }
        return new Installed(List.of(PLATFORM), new ArrayList<>(List.of(bundles)), features);
    }

    private static Refusal refusal(Request request, Installed installed, Catalog catalog) {
        return refusal(request, installed, catalog, Pins.NONE);
    }

    private static Refusal refusal(Request request, Installed installed, Catalog catalog, Pins pins) {
        return (Refusal) new Planner(Clock.systemUTC()).plan(request, installed, catalog, pins, () -> false);
    }
}
