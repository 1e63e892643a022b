package dev.dovetail.provisioner.matrix;

import static dev.dovetail.provisioner.matrix.Federated.bundle;
import static dev.dovetail.provisioner.matrix.Federated.feature;
import static dev.dovetail.provisioner.matrix.Federated.lib;

import dev.dovetail.provisioner.plan.BundlePair;
import java.util.List;

/** Where what is missing comes from: the feature's own repository, another, none; and what a feature can do without. */
final class ProviderCases {

    private static final String OWN = "acme.f 1.0.0 <- lib <- lib 1.0.0";
    private static final String OTHERS = "acme.f 1.0.0 <- lib <- others.lib 1.0.0";

    private ProviderCases() {}

    static List<Federated> all() {
        return List.of(
                Federated.of("what is missing comes from the same repository")
                        .offering("f", f(), lib("1.0.0"))
                        .wires(OWN),
                Federated.of("what is missing comes from another repository")
                        .offering("f", f(), others("1.0.0"))
                        .wires(OTHERS),
                Federated.of("what both have comes from the feature's own repository")
                        .offering("f", f(), lib("1.0.0"), others("1.0.0"))
                        .wires(OWN),
                Federated.of("what both have comes from the feature's own repository, whichever that is")
                        .offering("f", f().elsewhere(), lib("1.0.0"), others("1.0.0"))
                        .wires(OTHERS),
                Federated.of("what nobody has is refused").offering("f", f()).refused("DT-RESOLVE-006"),
                Federated.of("what nobody has of what is needed is refused")
                        .offering("f", f(), lib("1.0.0").imports("deeper", "[1,2)"))
                        .refused("DT-RESOLVE-006"),
                Federated.of("what is needed of what is needed comes along")
                        .offering(
                                "f",
                                f(),
                                lib("1.0.0").imports("deeper", "[1,2)"),
                                bundle("deeper", "1.0.0").exports("deeper", "1.0.0"))
                        .wires(OWN, "lib 1.0.0 <- deeper <- deeper 1.0.0"),
                Federated.of("a provider whose own needs are not met gives way to one that can")
                        .offering("f", f(), lib("1.5.0").imports("deeper", "[1,2)"), lib("1.0.0"))
                        .wires(OWN),
                Federated.of("what a feature can do without is not brought")
                        .offering("f", feature("f").importsOptionally("lib", "[1,2)"), lib("1.0.0")),
                Federated.of("what a feature can do without is used where it is there")
                        .offering("g", feature("g").imports("lib", "[1,2)"), lib("1.0.0"))
                        .offering("f", feature("f").importsOptionally("lib", "[1,2)"))
                        .wires("acme.g 1.0.0 <- lib <- lib 1.0.0", OWN),
                Federated.of("what a feature can do without is not used out of range")
                        .offering("g", feature("g").imports("lib", "[2,3)"), lib("2.0.0"))
                        .offering("f", feature("f").importsOptionally("lib", "[1,2)"))
                        .wires("acme.g 1.0.0 <- lib <- lib 2.0.0"),
                Federated.of("what a feature can do without and comes later changes nothing of it")
                        .offering("f", feature("f").importsOptionally("lib", "[1,2)"))
                        .offering("g", feature("g").imports("lib", "[1,2)"), lib("1.0.0"))
                        .wires("acme.g 1.0.0 <- lib <- lib 1.0.0"),
                Federated.of("a whole bundle that is required comes along")
                        .offering(
                                "f", feature("f").requiresBundle("lib", "[1,2)").imports("lib", "[1,2)"), lib("1.0.0"))
                        .wires(OWN),
                Federated.of("a whole bundle that is required in another version is refused")
                        .offering("f", feature("f").requiresBundle("lib", "[2,3)"), lib("1.0.0"))
                        .refused("DT-RESOLVE-006"));
    }

    private static BundlePair f() {
        return feature("f").imports("lib", "[1,2)");
    }

    private static BundlePair others(String version) {
        return bundle("others.lib", version).exports("lib", version).elsewhere();
    }
}
