package dev.dovetail.provisioner.matrix;

import static dev.dovetail.provisioner.matrix.Federated.feature;
import static dev.dovetail.provisioner.matrix.Federated.lib;

import dev.dovetail.provisioner.plan.BundlePair;
import java.util.List;

/** Features that bring a copy of what they share: exported and imported, so that whoever was there first serves all. */
final class SharingCases {

    private SharingCases() {}

    static List<Federated> all() {
        return List.of(
                Federated.of("an own copy serves its feature where nobody else has one")
                        .offering("f", copy("f", "1.0.0", "[1,2)")),
                Federated.of("a running copy in range serves the newcomer too")
                        .offering("g", copy("g", "1.1.0", "[1,2)"))
                        .offering("f", copy("f", "1.0.0", "[1,2)"))
                        .wires("acme.f 1.0.0 <- lib <- acme.g 1.0.0"),
                Federated.of("a running copy in range serves a newcomer with a newer one")
                        .offering("g", copy("g", "1.0.0", "[1,2)"))
                        .offering("f", copy("f", "1.1.0", "[1,2)"))
                        .wires("acme.f 1.0.0 <- lib <- acme.g 1.0.0"),
                Federated.of("a running copy out of range leaves the newcomer its own")
                        .offering("g", copy("g", "1.0.0", "[1,2)"))
                        .offering("f", copy("f", "2.0.0", "[2,3)")),
                Federated.of("a running copy that is too old leaves the newcomer its own")
                        .offering("g", copy("g", "1.0.0", "[1,2)"))
                        .offering("f", copy("f", "1.5.0", "[1.5,2)")),
                Federated.of("a library in use serves a feature that has a copy")
                        .offering("g", feature("g").imports("lib", "[1,2)"), lib("1.0.0"))
                        .offering("f", copy("f", "1.0.0", "[1,2)"))
                        .wires("acme.g 1.0.0 <- lib <- lib 1.0.0", "acme.f 1.0.0 <- lib <- lib 1.0.0"),
                Federated.of("a library in use of another major leaves a feature its copy")
                        .offering("g", feature("g").imports("lib", "[2,3)"), lib("2.0.0"))
                        .offering("f", copy("f", "1.0.0", "[1,2)"))
                        .wires("acme.g 1.0.0 <- lib <- lib 2.0.0"),
                Federated.of("a copy that runs serves a feature that has none")
                        .offering("g", copy("g", "1.0.0", "[1,2)"))
                        .offering("f", feature("f").imports("lib", "[1,2)"), lib("1.9.0"))
                        .wires("acme.f 1.0.0 <- lib <- acme.g 1.0.0"),
                Federated.of("a copy that is exported and not imported is nobody's but also others'")
                        .offering("g", feature("g").exports("lib", "1.0.0"))
                        .offering("f", feature("f").imports("lib", "[1,2)"))
                        .wires("acme.f 1.0.0 <- lib <- acme.g 1.0.0"),
                Federated.of("three copies of one major are one")
                        .offering("f", copy("f", "1.0.0", "[1,2)"))
                        .offering("g", copy("g", "1.1.0", "[1,2)"))
                        .offering("h", copy("h", "1.2.0", "[1,2)"))
                        .wires("acme.g 1.0.0 <- lib <- acme.f 1.0.0", "acme.h 1.0.0 <- lib <- acme.f 1.0.0"),
                Federated.of("two majors in two features, each its own")
                        .offering("f", feature("f").imports("lib", "[1,2)"), lib("1.0.0"))
                        .offering("g", feature("g").imports("lib", "[2,3)"), lib("2.0.0"))
                        .wires("acme.f 1.0.0 <- lib <- lib 1.0.0", "acme.g 1.0.0 <- lib <- lib 2.0.0"),
                Federated.of("three majors in three features, each its own")
                        .offering("f", feature("f").imports("lib", "[1,2)"), lib("1.0.0"))
                        .offering("g", feature("g").imports("lib", "[2,3)"), lib("2.0.0"))
                        .offering("h", feature("h").imports("lib", "[3,4)"), lib("3.0.0"))
                        .wires(
                                "acme.f 1.0.0 <- lib <- lib 1.0.0",
                                "acme.g 1.0.0 <- lib <- lib 2.0.0",
                                "acme.h 1.0.0 <- lib <- lib 3.0.0"));
    }

    private static BundlePair copy(String feature, String version, String range) {
        return feature(feature).exports("lib", version).imports("lib", range);
    }
}
