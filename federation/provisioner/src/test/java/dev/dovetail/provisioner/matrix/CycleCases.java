package dev.dovetail.provisioner.matrix;

import static dev.dovetail.provisioner.matrix.Federated.bundle;
import static dev.dovetail.provisioner.matrix.Federated.feature;

import dev.dovetail.provisioner.plan.BundlePair;
import java.util.List;

/** Features that need one another, in rings of two and three, directly and through bundles of their contracts. */
final class CycleCases {

    private static final String[] PAIR = {"acme.x 1.0.0 <- y <- acme.y 1.0.0", "acme.y 1.0.0 <- x <- acme.x 1.0.0"};
    private static final String[] RING = {
        "acme.x 1.0.0 <- y <- acme.y 1.0.0", "acme.y 1.0.0 <- z <- acme.z 1.0.0", "acme.z 1.0.0 <- x <- acme.x 1.0.0"
    };

    private CycleCases() {}

    static List<Federated> all() {
        return List.of(
                Federated.of("two that need each other, the one first")
                        .offering("x", ring("x", "y"), ring("y", "x"))
                        .wires(PAIR),
                Federated.of("two that need each other, the other first")
                        .offering("y", ring("x", "y"), ring("y", "x"))
                        .wires(PAIR),
                Federated.of("two that need each other, one after the other")
                        .offering("x", ring("x", "y"), ring("y", "x"))
                        .offering("y")
                        .wires(PAIR),
                Federated.of("two that need each other, and one that needs one of them")
                        .offering("x", ring("x", "y"), ring("y", "x"))
                        .offering("u", feature("u").imports("x", "[1,2)"))
                        .wires(PAIR[0], PAIR[1], "acme.u 1.0.0 <- x <- acme.x 1.0.0"),
                Federated.of("three in a ring, begun at the first")
                        .offering("x", ring("x", "y"), ring("y", "z"), ring("z", "x"))
                        .wires(RING),
                Federated.of("three in a ring, begun at the last")
                        .offering("z", ring("x", "y"), ring("y", "z"), ring("z", "x"))
                        .wires(RING),
                Federated.of("three in a ring of which one is missing")
                        .offering("x", ring("x", "y"), ring("y", "z"))
                        .refused("DT-RESOLVE-006"),
                Federated.of("two that need each other's contract")
                        .offering("x", contract("x"), contract("y"), user("x", "x", "y"), user("y", "x", "y"))
                        .wires("acme.x 1.0.0 <- x <- x.api 1.0.0", "acme.x 1.0.0 <- y <- y.api 1.0.0"),
                Federated.of("two that need each other's contract, both there")
                        .offering("x", contract("x"), contract("y"), user("x", "x", "y"), user("y", "x", "y"))
                        .offering("y")
                        .wires(
                                "acme.x 1.0.0 <- x <- x.api 1.0.0",
                                "acme.x 1.0.0 <- y <- y.api 1.0.0",
                                "acme.y 1.0.0 <- x <- x.api 1.0.0",
                                "acme.y 1.0.0 <- y <- y.api 1.0.0"),
                Federated.of("contracts that need each other")
                        .offering(
                                "f",
                                feature("f").imports("x", "[1,2)"),
                                contract("x").imports("y", "[1,2)"),
                                contract("y").imports("x", "[1,2)"))
                        .wires(
                                "acme.f 1.0.0 <- x <- x.api 1.0.0",
                                "x.api 1.0.0 <- y <- y.api 1.0.0",
                                "y.api 1.0.0 <- x <- x.api 1.0.0"),
                Federated.of("a ring that one of them could do without stays open")
                        .offering(
                                "x",
                                feature("x").exports("x", "1.0.0").importsOptionally("y", "[1,2)"),
                                ring("y", "x")),
                Federated.of("two that need each other from two repositories")
                        .offering("x", ring("x", "y"), ring("y", "x").elsewhere())
                        .wires(PAIR));
    }

    private static BundlePair ring(String name, String needs) {
        return feature(name).exports(name, "1.0.0").imports(needs, "[1,2)");
    }

    private static BundlePair contract(String name) {
        return bundle(name + ".api", "1.0.0").exports(name, "1.0.0");
    }

    private static BundlePair user(String name, String one, String other) {
        return feature(name).imports(one, "[1,2)").imports(other, "[1,2)");
    }
}
