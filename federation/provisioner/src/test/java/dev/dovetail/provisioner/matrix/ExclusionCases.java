package dev.dovetail.provisioner.matrix;

import static dev.dovetail.provisioner.matrix.Federated.bundle;
import static dev.dovetail.provisioner.matrix.Federated.feature;
import static dev.dovetail.provisioner.matrix.Federated.lib;

import dev.dovetail.provisioner.plan.BundlePair;
import java.util.List;

/** What can't be together: two versions of what may be there once, classes of two versions in one class's hands, scopes. */
final class ExclusionCases {

    private ExclusionCases() {}

    static List<Federated> all() {
        return List.of(
                Federated.of("one version of what may be there once serves two")
                        .offering(
                                "f",
                                feature("f").imports("lib", "[1,2)"),
                                lib("1.0.0").singleton())
                        .offering(
                                "g",
                                feature("g").imports("lib", "[1,2)"),
                                lib("1.1.0").singleton())
                        .wires("acme.f 1.0.0 <- lib <- lib 1.0.0", "acme.g 1.0.0 <- lib <- lib 1.0.0"),
                Federated.of("what may be there once moves on, with a feature that may be there once")
                        .offering(
                                "f",
                                feature("f").singleton().imports("lib", "[1,2)"),
                                lib("1.0.0").singleton())
                        .offering(
                                "g",
                                feature("g").imports("lib", "[1.1,2)"),
                                lib("1.1.0").singleton())
                        .wires("acme.f 1.0.0 <- lib <- lib 1.1.0", "acme.g 1.0.0 <- lib <- lib 1.1.0"),
                Federated.of("two versions of what may be there once are refused")
                        .offering(
                                "f",
                                feature("f").imports("lib", "[1,2)"),
                                lib("1.0.0").singleton())
                        .offering(
                                "g",
                                feature("g").imports("lib", "[2,3)"),
                                lib("2.0.0").singleton())
                        .wires("acme.f 1.0.0 <- lib <- lib 1.0.0")
                        .refused("DT-RESOLVE-012"),
                Federated.of("two versions are well where one of them alone may be there once")
                        .offering("f", feature("f").imports("lib", "[1,2)"), lib("1.0.0"))
                        .offering(
                                "g",
                                feature("g").imports("lib", "[2,3)"),
                                lib("2.0.0").singleton())
                        .wires("acme.f 1.0.0 <- lib <- lib 1.0.0", "acme.g 1.0.0 <- lib <- lib 2.0.0"),
                Federated.of("a scope is for those who ask for it")
                        .offering("f", feature("f").importsFrom("old", "lib", "[1,2)"), scoped("old", "1.0.0"))
                        .wires("acme.f 1.0.0 <- lib <- old.lib 1.0.0"),
                Federated.of("a scope is not for those who don't ask for it")
                        .offering("f", feature("f").imports("lib", "[1,2)"), scoped("old", "1.0.0"))
                        .refused("DT-RESOLVE-006"),
                Federated.of("another scope is refused")
                        .offering("f", feature("f").importsFrom("new", "lib", "[1,2)"), scoped("old", "1.0.0"))
                        .refused("DT-RESOLVE-006"),
                Federated.of("two scopes of one version are two packages")
                        .offering("f", feature("f").importsFrom("old", "lib", "[1,2)"), scoped("old", "1.0.0"))
                        .offering("g", feature("g").importsFrom("new", "lib", "[1,2)"), scoped("new", "1.0.0"))
                        .wires("acme.f 1.0.0 <- lib <- old.lib 1.0.0", "acme.g 1.0.0 <- lib <- new.lib 1.0.0"),
                Federated.of("one that mixes two majors through what both hand out is refused")
                        .offering("f", feature("f").imports("lib", "[1,2)"), lib("1.0.0"))
                        .offering("g", feature("g").imports("lib", "[2,3)"), lib("2.0.0"))
                        .offering(
                                "mix", feature("mix").imports("lib", "[2,3)").imports("words", "[1,2)"), words("[1,2)"))
                        .wires("acme.f 1.0.0 <- lib <- lib 1.0.0", "acme.g 1.0.0 <- lib <- lib 2.0.0")
                        .refused("DT-RESOLVE-011"),
                Federated.of("one that has two majors without mixing them is well")
                        .offering(
                                "f",
                                feature("f").imports("lib", "[2,3)").imports("words", "[1,2)"),
                                bundle("words", "1.0.0")
                                        .exports("words", "1.0.0")
                                        .imports("lib", "[1,2)"),
                                lib("1.0.0"),
                                lib("2.0.0"))
                        .wires(
                                "acme.f 1.0.0 <- lib <- lib 2.0.0",
                                "acme.f 1.0.0 <- words <- words 1.0.0",
                                "words 1.0.0 <- lib <- lib 1.0.0"),
                Federated.of("what both hand out is taken from one where it can be")
                        .offering(
                                "f",
                                feature("f").imports("lib", "[1,3)").imports("words", "[1,2)"),
                                words("[1,2)"),
                                lib("1.0.0"),
                                lib("2.0.0"))
                        .wires(
                                "acme.f 1.0.0 <- lib <- lib 1.0.0",
                                "acme.f 1.0.0 <- words <- words 1.0.0",
                                "words 1.0.0 <- lib <- lib 1.0.0"));
    }

    private static BundlePair scoped(String scope, String version) {
        return bundle(scope + ".lib", version).exportsIn(scope, "lib", version);
    }

    private static BundlePair words(String range) {
        return bundle("words", "1.0.0").exportsUsing("words", "1.0.0", "lib").imports("lib", range);
    }
}
