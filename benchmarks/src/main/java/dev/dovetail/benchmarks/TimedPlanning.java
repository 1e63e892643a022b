package dev.dovetail.benchmarks;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.PlatformBundle;
import dev.dovetail.provisioner.plan.Installed;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.plan.Request;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.osgi.framework.Version;

/**
 * Plans a feature of fifteen bundles out of a catalog of ten thousand, in a process that has little memory: says how many
 * milliseconds it takes when warm, each time, and how many megabytes are alive with it.
 */
public final class TimedPlanning {

    private static final URI REPOSITORY = URI.create("https://repository.example/");
    private static final String PACKAGE = "osgi.wiring.package";
    private static final int LIBRARIES = 1_980;
    private static final int VERSIONS = 5;
    private static final int FEATURES = 100;
    private static final int ROW = 14;
    private static final int WARM_UP = 40;

    private TimedPlanning() {}

    /** @param arguments how often to plan */
    @SuppressWarnings("SystemOut") // How its parent learns of it.
    public static void main(String[] arguments) {
        Catalog catalog = Catalog.of(List.of(new Index(REPOSITORY, bundles(), List.of())));
        Installed nothing = new Installed(List.of(platform()), List.of(), Map.of());
        Planner planner = new Planner(Clock.systemUTC());
        int rounds = Integer.parseInt(arguments[0]);
        for (int round = -WARM_UP; round < rounds; round++) {
            Request request = new Request.Install("feature" + (round + WARM_UP) % FEATURES);
            long start = System.nanoTime();
            Plan plan = (Plan) planner.plan(request, nothing, catalog);
            double millis = (System.nanoTime() - start) / 1e6;
            if (plan.add().size() != ROW + 1) {
                throw new IllegalStateException("Expected 15 bundles, found " + plan.add());
            }
            if (round >= 0) {
                System.out.println("ms " + millis);
            }
        }
        System.gc();
        Runtime memory = Runtime.getRuntime();
        System.out.println(
                String.format(Locale.ROOT, "mb %.3f", (memory.totalMemory() - memory.freeMemory()) / 1048576.0));
        System.out.println("bundles " + catalog.bundles().size());
    }

    private static PlatformBundle platform() {
        return new PlatformBundle(
                "platform", Version.valueOf("1"), List.of(exported("javafx.scene", "21.0.12", "")), List.of());
    }

    /** Libraries in rows of fourteen, each leaning on the next two, in five versions; a feature needs the first of a row. */
    private static List<IndexedBundle> bundles() {
        List<IndexedBundle> bundles = new ArrayList<>();
        for (int feature = 0; feature < FEATURES; feature++) {
            String id = "feature" + feature;
            bundles.add(bundle(
                    "team." + id,
                    "1.0.0",
                    List.of(new Clause("dovetail.feature", Map.of("dovetail.feature", id, "title", id), Map.of())),
                    List.of(imported("javafx.scene", "21", "26"), imported("lib" + feature * ROW, "1", "2"))));
        }
        for (int library = 0; library < LIBRARIES; library++) {
            for (int minor = 0; minor < VERSIONS; minor++) {
                bundles.add(library(library, "1." + minor + ".0"));
            }
        }
        return bundles;
    }

    private static IndexedBundle library(int library, String version) {
        String name = "lib" + library;
        List<Clause> requirements = new ArrayList<>(List.of(imported("javafx.scene", "21", "26")));
        StringBuilder uses = new StringBuilder("javafx.scene");
        for (int next = library + 1; next <= library + 2 && next / ROW == library / ROW; next++) {
            requirements.add(imported("lib" + next, "1", "2"));
            uses.append(",lib").append(next);
        }
        return bundle(
                name,
                version,
                List.of(exported(name, version, uses.toString()), exported(name + ".spi", version, name)),
                requirements);
    }

    private static IndexedBundle bundle(String name, String version, List<Clause> capabilities, List<Clause> needs) {
        List<Clause> all = new ArrayList<>(capabilities);
        Version parsed = Version.parseVersion(version);
        all.add(new Clause("osgi.identity", Map.of("osgi.identity", name, "version", parsed), Map.of()));
        return new IndexedBundle(
                new IndexedBundle.Identity(
                        name, parsed, String.format(Locale.ROOT, "%064x", (name + version).hashCode())),
                1000,
                REPOSITORY.resolve(name + "-" + version + ".jar"),
                REPOSITORY,
                all,
                needs);
    }

    private static Clause exported(String name, String version, String uses) {
        return new Clause(
                PACKAGE,
                Map.of(PACKAGE, name, "version", Version.parseVersion(version)),
                uses.isEmpty() ? Map.of() : Map.of("uses", uses));
    }

    private static Clause imported(String name, String from, String to) {
        return new Clause(
                PACKAGE,
                Map.of(),
                Map.of("filter", "(&(" + PACKAGE + "=" + name + ")(version>=" + from + ")(!(version>=" + to + ")))"));
    }
}
