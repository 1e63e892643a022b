package dev.dovetail.provisioner.plan;

import static dev.dovetail.provisioner.catalog.BundleSketch.ACME;
import static dev.dovetail.provisioner.catalog.BundleSketch.OTHER;
import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static dev.dovetail.provisioner.plan.Planned.plan;
import static dev.dovetail.provisioner.plan.Planned.refusal;
import static dev.dovetail.provisioner.plan.Planned.there;
import static dev.dovetail.provisioner.plan.Planned.wires;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * What module federation for the web does when it chooses versions, case by case, carried over to bundles. The names begin
 * with the numbers that the cases have in {@code docs/module-federation-cases.md}, where it also says which do not carry
 * over, and why.
 */
class SelectionCasesTest {

    private static final Request CHARTS = new Request.Install("charts");

    private static IndexedBundle lib(String version) {
        return bundle("lib", version).exports("lib", version).build();
    }

    private static IndexedBundle charts(String range) {
        return feature("charts", "1").imports("lib", range).build();
    }

    private static List<String> added(String range, String... versions) {
        var bundles = new ArrayList<IndexedBundle>(List.of(charts(range)));
        for (var version : versions) {
            bundles.add(lib(version));
        }
        return plan(CHARTS, there(), catalog(bundles.toArray(IndexedBundle[]::new))).add().stream()
                .filter(bundle -> bundle.bsn().equals("lib"))
                .map(bundle -> bundle.version().toString())
                .toList();
    }

    @Test
    void a1AndA2ARangeEndsBeforeItsEnd() {
        assertThat(added("[1.2.3,1.3)", "1.2.2", "1.2.4", "1.3.0")).containsExactly("1.2.4");
        assertThat(added("[1.2,1.3)", "1.2.9", "1.3.0")).containsExactly("1.2.9");
        assertThat(added("[1,2)", "1.9.9", "2.0.0")).containsExactly("1.9.9");
    }

    @Test
    void a4BelowOneARangeSaysItselfWhereItEnds() {
        assertThat(added("[0.2.3,0.3)", "0.2.2", "0.2.9", "0.3.0")).containsExactly("0.2.9");
        assertThat(added("[0.2.3,1)", "0.2.9", "0.3.0", "1.0.0")).containsExactly("0.3.0");
    }

    @Test
    void a7NoVersionMeansAnyVersion() {
        assertThat(added("0.0.0", "0.1.0", "7.0.0")).containsExactly("7.0.0");
    }

    @Test
    void a8AnExactRangeTakesThatVersionAlone() {
        assertThat(added("[1.2.3,1.2.3]", "1.2.2", "1.2.3", "1.2.4")).containsExactly("1.2.3");
        assertThat(added("1.2.3", "1.2.2", "1.2.3", "9.9.9")).containsExactly("9.9.9");
    }

    @Test
    void a11AndA13AQualifierComesAfterTheVersionWithoutOneAndIsPartOfTheOrder() {
        assertThat(added("[4,5)", "4.0.0", "4.0.0.alpha57", "5.0.0")).containsExactly("4.0.0.alpha57");
        assertThat(added("[4,5)", "4.0.0.alpha10", "4.0.0.alpha9")).containsExactly("4.0.0.alpha9");
    }

    @Test
    void b1TheSameVersionFromTwoRepositoriesIsThereOnce() {
        var here = lib("1.0.0");
        var there = bundle("lib", "1.0.0").exports("lib", "1.0.0").in(OTHER).build();
        var catalog = Catalog.of(List.of(
                new Index(ACME, List.of(here, charts("[1,2)")), List.of()),
                new Index(OTHER, List.of(there), List.of())));

        assertThat(plan(CHARTS, there(), catalog).add()).hasSize(2).contains(here);
    }

    @Test
    void b2OneFeatureMayBringTwoVersionsOfALibrary() {
        var old = bundle("old", "1").exports("old", "1").imports("lib", "[1,2)").build();
        var catalog = catalog(
                feature("charts", "1")
                        .imports("lib", "[2,3)")
                        .imports("old", "1")
                        .build(),
                old,
                lib("1.0.0"),
                lib("2.0.0"));

        assertThat(plan(CHARTS, there(), catalog).add()).contains(lib("1.0.0"), lib("2.0.0"));
    }

    @Test
    void b4CopiesUnderDifferentScopesAreBothThereAndEachIsSeenByItsOwnAlone() {
        var catalog = catalog(
                scopedUser("charts", "a"), scopedUser("tables", "b"), scopedLib("a.lib", "a"), scopedLib("b.lib", "b"));

        var one = plan(CHARTS, there(), catalog);
        var both = plan(new Request.Install("tables"), Planned.after(one), catalog);

        assertThat(wires(one)).containsExactly("acme.charts 1.0.0 <- lib <- a.lib 1.0.0");
        assertThat(wires(both))
                .containsExactlyInAnyOrder(
                        "acme.charts 1.0.0 <- lib <- a.lib 1.0.0", "acme.tables 1.0.0 <- lib <- b.lib 1.0.0");
    }

    private static IndexedBundle scopedLib(String name, String scope) {
        return bundle(name, "1")
                .provides(
                        "osgi.wiring.package",
                        Map.of("osgi.wiring.package", "lib", "version", Version.valueOf("1"), "scope", scope),
                        Map.of("mandatory", "scope"))
                .build();
    }

    private static IndexedBundle scopedUser(String id, String scope) {
        return feature(id, "1")
                .requires("osgi.wiring.package", "(&(osgi.wiring.package=lib)(scope=" + scope + "))", Map.of())
                .build();
    }

    @Test
    void b7TheFittingVersionIsTakenBetweenAnOlderAndANewerOne() {
        assertThat(added("[17,18)", "16.0.0", "17.0.0", "18.0.0")).containsExactly("17.0.0");
    }

    @Test
    void b8AFeaturesOwnCopyGivesWayToThePlatformOnlyInRange() {
        var inRange = feature("charts", "1")
                .exports("org.slf4j", "2.0.1")
                .imports("org.slf4j", "[2,3)")
                .build();
        var outOfRange = feature("charts", "1")
                .exports("org.slf4j", "3.0.0")
                .imports("org.slf4j", "[3,4)")
                .build();

        assertThat(wires(plan(CHARTS, there(), catalog(inRange))))
                .containsExactly("acme.charts 1.0.0 <- org.slf4j <- platform 1.0.0");
        assertThat(wires(plan(CHARTS, there(), catalog(outOfRange)))).isEmpty();
    }

    @Test
    void b11AnUnmetVersionIsRefusedBeforeAnyDownloadWithBothVersions() {
        assertThat(refusal(CHARTS, there(), catalog(charts("[2,3)"), lib("1.4.0"))))
                .isInstanceOfSatisfying(Refusal.MissingRequirement.class, missing -> {
                    assertThat(missing.range()).isEqualTo("[2,3)");
                    assertThat(missing.offers())
                            .extracting(Refusal.Offer::version)
                            .containsExactly(Version.valueOf("1.4.0"));
                });
    }

    @Test
    void b13AndB34WhatIsThereIsUsedAndNothingIsDownloaded() {
        var explorer = feature("explorer", "1").imports("lib", "[1,2)").build();
        var catalog = catalog(charts("[1,2)"), lib("1.9.0"));

        var plan = plan(CHARTS, there(lib("1.0.0"), explorer), catalog);

        assertThat(plan.fetch()).containsExactly(charts("[1,2)"));
        assertThat(wires(plan)).contains("acme.charts 1.0.0 <- lib <- lib 1.0.0");
    }

    @Test
    void b14AMandatoryAttributeKeepsOthersOut() {
        var scoped = bundle("lib", "1")
                .provides(
                        "osgi.wiring.package",
                        Map.of("osgi.wiring.package", "lib", "version", Version.valueOf("1"), "scope", "old"),
                        Map.of("mandatory", "scope"))
                .build();

        assertThat(refusal(CHARTS, there(), catalog(charts("[1,2)"), scoped)))
                .isInstanceOf(Refusal.MissingRequirement.class);
    }

    @Test
    void b16AndB26FromNothingTheHighestIsTakenAndWhatNobodyOpensStaysAway() {
        var unopened = feature("maps", "1").imports("lib", "[1,3)").build();
        var plan = plan(CHARTS, there(), catalog(charts("[1,3)"), unopened, lib("1.0.0"), lib("2.0.0")));

        assertThat(plan.add()).containsExactly(lib("2.0.0"), charts("[1,3)"));
    }

    @Test
    void b19APinDecides() {
        var pins = Pins.NONE.with("charts", new VersionRange("[1,2)"));
        var catalog =
                catalog(feature("charts", "1.6").build(), feature("charts", "2").build());

        assertThat(plan(CHARTS, there(), catalog, pins).add())
                .extracting(Object::toString)
                .containsExactly("acme.charts 1.6.0");
    }

    @Test
    void b22AmongEqualsTheOrderOfTheProfileThenOfTheNamesDecidesOverTwentyShuffles() {
        var bundles = new ArrayList<IndexedBundle>(List.of(charts("[1,2)")));
        for (var name : List.of("c", "a", "b", "d")) {
            bundles.add(bundle(name + ".lib", "1").exports("lib", "1").build());
        }
        for (var round = 0; round < 20; round++) {
            Collections.shuffle(bundles, new Random(round));
            assertThat(plan(CHARTS, there(), catalog(bundles.toArray(IndexedBundle[]::new)))
                            .add())
                    .extracting(IndexedBundle::bsn)
                    .containsExactly("a.lib", "acme.charts");
        }
    }

    @Test
    void b29NeverOutOfRange() {
        assertThat(refusal(CHARTS, there(), catalog(charts("[2,3)"), lib("1.9.9"), lib("3.0.0"))))
                .isInstanceOf(Refusal.MissingRequirement.class);
    }

    @Test
    void b38WhatRunsIsNotWiredAnew() {
        var explorer = feature("explorer", "1").imports("lib", "[1,3)").build();
        var catalog = catalog(charts("[2,3)"), lib("2.0.0"));

        var plan = plan(CHARTS, there(lib("1.0.0"), explorer), catalog);

        assertThat(wires(plan)).contains("acme.explorer 1.0.0 <- lib <- lib 1.0.0");
        assertThat(plan.restarts()).isEmpty();
        // Not later either, when something else is planned.
        var later = plan(
                new Request.Install("maps"),
                Planned.after(plan),
                catalog(feature("maps", "1").build()));
        assertThat(wires(later)).contains("acme.explorer 1.0.0 <- lib <- lib 1.0.0");
        assertThat(later.restarts()).isEmpty();
    }

    @Test
    void c2TwoRepositoriesAddUp() {
        var catalog = Catalog.of(List.of(
                new Index(ACME, List.of(charts("[1,2)")), List.of()),
                new Index(
                        OTHER,
                        List.of(bundle("lib", "1").exports("lib", "1").in(OTHER).build()),
                        List.of())));

        assertThat(plan(CHARTS, there(), catalog).add()).hasSize(2);
    }

    @Test
    void c4AFeaturesIdBelongsToTheBundleThatHadItFirst() {
        var rival = bundle("zzz.charts", "9")
                .provides("dovetail.feature", Map.of("dovetail.feature", "charts", "title", "Charts"), Map.of())
                .build();

        assertThat(plan(CHARTS, there(), catalog(feature("charts", "1").build(), rival))
                        .add())
                .extracting(IndexedBundle::bsn)
                .containsExactly("acme.charts");
    }

    @Test
    void h1TheNewestThatFitsIsTaken() {
        var catalog = catalog(
                feature("charts", "3").imports("javafx.scene", "[26,30)").build(),
                feature("charts", "2").build(),
                feature("charts", "1").build());

        assertThat(plan(CHARTS, there(), catalog).add())
                .extracting(Object::toString)
                .containsExactly("acme.charts 2.0.0");
        assertThat(plan(
                                new Request.Update("charts"),
                                there(feature("charts", "1").build()),
                                catalog)
                        .add())
                .extracting(Object::toString)
                .containsExactly("acme.charts 2.0.0");
    }
}
