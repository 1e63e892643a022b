package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.plan.Refusal.MissingRequirement;
import dev.dovetail.provisioner.plan.Refusal.Offer;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;

class ExplanationTest {

    private static final Version V1 = Version.valueOf("1.0.0");
    private static final String REPOSITORY = "https://acme.example/";

    @Test
    void saysWhichJavaFxIsNeeded() {
        explains(
                missing(
                        "osgi.wiring.package",
                        "javafx.scene",
                        "[26,30)",
                        new Offer(Version.valueOf("21.0.12"), "x", "")),
                "DT-RESOLVE-007",
                "Feature \"charts\" 2.0.0 needs JavaFX [26,30), this Dovetail has 21.0.12.",
                "Install a Dovetail that brings it, or a version of the feature that was made for this one.");
    }

    @Test
    void saysWhichJavaIsNeeded() {
        explains(
                missing("osgi.ee", "JavaSE", "[21,21]", new Offer(Version.valueOf("17"), "x", "")),
                "DT-RESOLVE-007",
                "Feature \"charts\" 2.0.0 needs Java 21, this Dovetail has 17.",
                "Install a Dovetail that brings it, or a version of the feature that was made for this one.");
    }

    @Test
    void saysThatNobodyOffersAPackage() {
        explains(
                missing("osgi.wiring.package", "acme.tables", "1.2"),
                "DT-RESOLVE-006",
                "Feature \"charts\" 2.0.0 needs the package acme.tables 1.2 or newer, which nobody offers.",
                "Tell the feature's team, or add the repository that offers it.");
    }

    @Test
    void saysWhoOffersAnotherVersion() {
        explains(
                missing(
                        "osgi.wiring.package",
                        "acme.tables",
                        "[2,3)",
                        new Offer(V1, "acme.tables.api 1.4.0", REPOSITORY),
                        new Offer(Version.valueOf("0.9.1"), "shell 1.0.0", "")),
                "DT-RESOLVE-006",
                "Feature \"charts\" 2.0.0 needs the package acme.tables [2,3), on offer: 0.9.1 of shell 1.0.0 from this "
                        + "Dovetail, 1 of acme.tables.api 1.4.0 from https://acme.example/.",
                "Tell the feature's team, or add the repository that offers it.");
    }

    @Test
    void saysWhenAnotherFeatureStandsInTheWay() {
        assertThat(Explanation.of(missing(
                                "osgi.wiring.package",
                                "acme.tables",
                                "[1,2)",
                                new Offer(V1, "acme.tables 1.0.0", REPOSITORY)))
                        .hint())
                .isEqualTo(
                        "A fitting version exists but another version is installed: update the feature that it belongs to.");
    }

    @Test
    void namesTheBundlesInBetween() {
        var chain = List.of(
                feature("charts", "2.0.0").build(),
                bundle("lib", "1.1").build(),
                bundle("deep", "1.2").build());

        explains(
                new MissingRequirement("charts", chain, "osgi.wiring.bundle", "gone", "", List.of()),
                "DT-RESOLVE-006",
                "Feature \"charts\" 2.0.0 needs lib 1.1.0, which needs deep 1.2.0, which needs the bundle gone, which nobody "
                        + "offers.",
                "Tell the feature's team, or add the repository that offers it.");
    }

    @Test
    void namesOtherKindsOfThings() {
        assertThat(message("osgi.extender", "osgi.component"))
                .contains("needs the extender osgi.component [1,2), which");
        assertThat(message("osgi.wiring.host", "h")).contains("needs the host bundle h [1,2), which");
        assertThat(message("acme.thing", "(a=b)")).contains("needs acme.thing (a=b) [1,2), which");
    }

    @Test
    void saysWhatIsOnOfferInsteadOfAnUnknownFeature() {
        explains(
                new Refusal.UnknownFeature("maps", List.of("charts", "explorer")),
                "DT-RESOLVE-001",
                "No repository offers a feature \"maps\".",
                "On offer: charts, explorer.");
        assertThat(Explanation.of(new Refusal.UnknownFeature("maps", List.of())).hint())
                .isEqualTo("The repositories offer no features.");
        var many = IntStream.range(0, 11).mapToObj(i -> "f" + i).toList();
        assertThat(Explanation.of(new Refusal.UnknownFeature("maps", many)).hint())
                .isEqualTo("On offer: f0, f1, f2, f3, f4, f5, f6, f7, and 3 more.");
    }

    @Test
    void saysWhatIsWrongWithTheRequest() {
        explains(
                new Refusal.NoSuchVersion("charts", "[2.0.0,3.0.0)", List.of(V1)),
                "DT-RESOLVE-002",
                "Feature \"charts\" is not on offer in a version of [2.0.0,3.0.0) that is newer than what is installed.",
                "On offer: 1.0.0.");
        explains(
                new Refusal.NotInstalled("charts"),
                "DT-RESOLVE-003",
                "Feature \"charts\" is not installed.",
                "Run list to see what is installed.");
        explains(
                new Refusal.AlreadyInstalled("charts", V1),
                "DT-RESOLVE-004",
                "Feature \"charts\" is installed already, in version 1.0.0.",
                "Run update charts to look for a newer version.");
        explains(
                new Refusal.NothingNewer("charts", V1),
                "DT-RESOLVE-005",
                "Feature \"charts\" is up to date: nothing newer than 1.0.0 is on offer.",
                "Nothing needs to be done.");
        explains(
                new Refusal.NoRepository("charts"),
                "DT-RESOLVE-009",
                "Feature \"charts\" cannot be looked for: no repository is known, or none of them can be read.",
                "Give one with --repository URL.");
    }

    @Test
    void passesOnWhatTheResolverSays() {
        explains(
                new Refusal.Conflict("charts", "Uses constraint violation. \n"),
                "DT-RESOLVE-008",
                "Feature \"charts\" does not go together with what is installed: Uses constraint violation.",
                "Update or remove the features that are named, then try again.");
    }

    @Test
    void saysThatItGaveUp() {
        explains(
                new Refusal.TooComplex("charts", "no answer after 20 seconds"),
                "DT-RESOLVE-010",
                "Feature \"charts\" could not be planned: no answer after 20 seconds.",
                "Ask for one version, as in install charts@[1,2), or remove repositories.");
    }

    private static String message(String namespace, String name) {
        return Explanation.of(missing(namespace, name, "[1,2)")).message();
    }

    private static MissingRequirement missing(String namespace, String name, String range, Offer... offers) {
        return new MissingRequirement(
                "charts", List.of(feature("charts", "2.0.0").build()), namespace, name, range, List.of(offers));
    }

    private static void explains(Refusal refusal, String code, String message, String hint) {
        assertThat(Explanation.of(refusal)).isEqualTo(new Explanation(code, message, hint));
    }
}
