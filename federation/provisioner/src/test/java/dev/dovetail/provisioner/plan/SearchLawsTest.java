package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.BundleSketch;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.felix.resolver.Logger;
import org.apache.felix.resolver.ResolverImpl;
import org.osgi.resource.Capability;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;
import org.osgi.service.resolver.ResolutionException;

/** The search against the OSGi resolver, over random bundles with {@code uses}, substitution and required bundles. */
class SearchLawsTest {

    private static final Installed EMPTY = new Installed(
            List.of(bundle("platform", "1.0.0").exports("p0", "1.0.0").platform()), List.of(), Map.of());

    @Property(tries = 3000)
    void theResolverAgreesWithWhatTheSearchFinds(@ForAll long seed) {
        var universe = universe(world(new Random(seed), true));
        if (universe.search() instanceof Search.Result.Found found) {
            assertThat(universe.refusal(requirement -> found.assignment().choice(requirement).stream()
                            .map(Choice::capability)
                            .toList()))
                    .as("%s", found.assignment().chosen())
                    .isEmpty();
        }
    }

    @Property(tries = 3000)
    void whatTheResolverAloneWouldFindIsFound(@ForAll long seed) {
        var universe = universe(world(new Random(seed), false));
        if (universe.refusal(universe::candidates).isEmpty()) {
            assertThat(universe.solve()).isInstanceOf(Solution.Wired.class);
        }
    }

    private static Case universe(List<IndexedBundle> bundles) {
        var root = bundles.get(0);
        var goal = new Goal("f", Map.of("f", root));
        var deadline = new Deadline(Clock.systemUTC(), Duration.ofSeconds(20), () -> false);
        var catalog = Catalog.of(List.of(new Index(BundleSketch.ACME, bundles, List.of())));
        var universe = new Universe(goal, EMPTY, Present.EMPTY, catalog);
        var roots = List.<Resource>of(root);
        return new Case(goal, catalog, universe, new Feasibility(universe, roots, deadline), roots, deadline);
    }

    private record Case(
            Goal goal,
            Catalog catalog,
            Universe universe,
            Feasibility feasibility,
            List<Resource> roots,
            Deadline deadline) {

        Search.Result search() {
            return feasibility.possible(roots.get(0))
                    ? new Search(universe, feasibility, roots, deadline).run()
                    : new Search.Result.None(List.of());
        }

        Solution solve() {
            return new Solver(EMPTY, Present.EMPTY, catalog, deadline).solve(goal);
        }

        List<Capability> candidates(Requirement requirement) {
            return universe.providers(requirement).stream()
                    .filter(capability -> feasibility.possible(capability.getResource()))
                    .toList();
        }

        String refusal(WiringContext.Candidates candidates) {
            var context = new WiringContext(candidates, universe, roots, deadline, 1_000_000);
            try {
                new ResolverImpl(new Logger(0), context).resolve(context);
                return "";
            } catch (ResolutionException e) {
                return String.valueOf(e.getMessage());
            }
        }
    }

    private static List<IndexedBundle> world(Random random, boolean special) {
        var bundles = new ArrayList<IndexedBundle>();
        var root = feature("f", "1.0.0");
        for (var imported : random.ints(1 + random.nextInt(3), 0, 7).distinct().toArray()) {
            root.imports("p" + imported, range(random));
        }
        bundles.add(root.build());
        for (var name = 1; name <= 6; name++) {
            for (var major = 1; major <= 2; major++) {
                bundles.add(library(random, name, major, special));
            }
        }
        return bundles;
    }

    private static IndexedBundle library(Random random, int name, int major, boolean special) {
        var version = major + "." + random.nextInt(3) + ".0";
        var sketch = bundle("b" + name, version);
        // The resolver leaves singletons to who calls it.
        if (special && random.nextInt(6) == 0) {
            sketch.singleton();
        }
        var uses =
                random.nextInt(3) == 0 ? Map.<String, String>of() : Map.of("uses", name(random) + "," + name(random));
        sketch.exports("p" + name, version, uses);
        // A bundle imports a package once (Core 3.6.5); one that imports what it exports is substitutable.
        for (var imported : random.ints(random.nextInt(4), 0, 7).distinct().toArray()) {
            sketch.imports("p" + imported, range(random));
        }
        if (!special && random.nextInt(8) == 0) {
            sketch.requires(
                    "osgi.wiring.bundle",
                    BundleSketch.filter("osgi.wiring.bundle", "b" + (1 + random.nextInt(6)), "bundle-version", "1"),
                    random.nextBoolean() ? Map.of("visibility", "reexport") : Map.of());
        }
        return sketch.build();
    }

    private static String name(Random random) {
        return "p" + random.nextInt(7);
    }

    private static String range(Random random) {
        return List.of("[1,2)", "[2,3)", "1", "[1.1,2)", "[1,3)").get(random.nextInt(5));
    }
}
