package dev.dovetail.provisioner.matrix;

import static dev.dovetail.provisioner.matrix.Federated.feature;
import static dev.dovetail.provisioner.matrix.Federated.lib;

import dev.dovetail.provisioner.plan.BundlePair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/** Every range over every set of versions: the highest that fits, but first the one that is in use. */
final class RangeCases {

    private static final List<String> RANGES =
            List.of("[1,2)", "[1.2,1.3)", "[1.2.3,1.2.3]", "(1,2]", "1.2", "0", "[2,3)");
    private static final List<List<String>> OFFERS = List.of(
            List.of("1.0.0"), List.of("1.2.3", "1.3.0"), List.of("2.0.0"), List.of("1.0.0", "1.2.4", "2.0.0", "2.1.0"));

    private RangeCases() {}

    static List<Federated> all() {
        List<Federated> all = new ArrayList<>();
        for (String range : RANGES) {
            OFFERS.forEach(versions -> all.add(fresh(range, versions)));
            all.add(besideOneInUse(range));
        }
        return all;
    }

    private static Federated fresh(String range, List<String> versions) {
        Stream<BundlePair> offered = Stream.concat(
                Stream.of(feature("f").imports("lib", range)), versions.stream().map(Federated::lib));
        Federated federated = Federated.of(range + " of " + versions).offering("f", offered.toArray(BundlePair[]::new));
        return highest(range, versions)
                .map(version -> federated.wires(wire("f", version)))
                .orElseGet(() -> federated.refused("DT-RESOLVE-006"));
    }

    private static Federated besideOneInUse(String range) {
        List<String> versions = List.of("1.2.0", "1.2.3", "2.0.0");
        String chosen = highest(range, List.of("1.2.0"))
                .or(() -> highest(range, versions))
                .orElseThrow();
        return Federated.of(range + " of " + versions + " while 1.2.0 is in use")
                .offering("first", feature("first").imports("lib", "[1,3)"), lib("1.2.0"))
                .offering("f", feature("f").imports("lib", range), lib("1.2.3"), lib("2.0.0"))
                .wires(wire("first", "1.2.0"), wire("f", chosen));
    }

    private static Optional<String> highest(String range, List<String> versions) {
        VersionRange allowed = new VersionRange(range);
        return versions.stream()
                .map(Version::valueOf)
                .filter(allowed::includes)
                .max(Comparator.naturalOrder())
                .map(Version::toString);
    }

    private static String wire(String feature, String version) {
        return "acme." + feature + " 1.0.0 <- lib <- lib " + version;
    }
}
