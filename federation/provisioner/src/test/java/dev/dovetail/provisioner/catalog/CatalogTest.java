package dev.dovetail.provisioner.catalog;

import static dev.dovetail.provisioner.catalog.BundleSketch.ACME;
import static dev.dovetail.provisioner.catalog.BundleSketch.OTHER;
import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.catalog;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogTest {

    @Test
    void ordersTheVersionsOfAFeatureNewestFirst() {
        var catalog = catalog(
                feature("charts", "1.9.0").build(),
                feature("charts", "1.10.0").build(),
                feature("charts", "1.2.0").build());

        assertThat(catalog.versions("charts"))
                .extracting(feature -> feature.bundle().version().toString())
                .containsExactly("1.10.0", "1.9.0", "1.2.0");
        assertThat(catalog.newest("charts")).isPresent();
        assertThat(catalog.features()).hasSize(1);
        assertThat(catalog.newest("nothing")).isEmpty();
    }

    @Test
    void countsWhatTwoRepositoriesOfferOnce() {
        var here = feature("charts", "1").build();
        var there = feature("charts", "1").in(OTHER).build();

        var catalog = Catalog.of(List.of(index(OTHER, there), index(ACME, here)));

        assertThat(catalog.bundles()).hasSize(1);
        assertThat(catalog.bundles().get(0).repository()).isEqualTo(OTHER);
        assertThat(catalog.repositories()).containsExactly(OTHER, ACME);
        assertThat(catalog.refused()).isEmpty();
    }

    @Test
    void believesTheFirstRepositoryWhenDigestsDiffer() {
        var here = bundle("lib", "1").build();
        var there = bundle("lib", "1").salted("x").in(OTHER).build();

        var catalog = Catalog.of(List.of(index(ACME, here), index(OTHER, there)));

        assertThat(catalog.bundles()).containsExactly(here);
        assertThat(catalog.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.repository()).isEqualTo(OTHER);
            assertThat(refused.reason()).contains(here.sha256()).contains(there.sha256());
        });
    }

    @Test
    void leavesAFeatureWithWhomeverHadItFirst() {
        var owner = feature("charts", "1").build();
        var thief = bundle("evil.charts", "9")
                .provides("dovetail.feature", Map.of("dovetail.feature", "charts", "title", "Charts"), Map.of())
                .in(OTHER)
                .build();

        var catalog = Catalog.of(List.of(index(ACME, owner), index(OTHER, thief)));

        assertThat(catalog.versions("charts"))
                .extracting(FeatureDescription::bundle)
                .containsExactly(owner);
        assertThat(catalog.refused().get(0).reason())
                .isEqualTo(
                        "expected the feature \"charts\" from acme.charts, which had it first, found it claimed again");
    }

    @Test
    void saysWhichFeaturesAreUnusable() {
        var catalog = Catalog.of(List.of(new Index(
                ACME, List.of(feature("Bad", "1").build()), List.of(new RefusedEntry(ACME, "x 1", "no digest")))));

        assertThat(catalog.features()).isEmpty();
        assertThat(catalog.bundles()).hasSize(1);
        assertThat(catalog.refused()).extracting(RefusedEntry::entry).containsExactly("x 1", "acme.Bad 1.0.0");
    }

    @Test
    void findsProvidersByName() {
        var catalog = catalog(
                bundle("a", "1").exports("p", "1").exports("q", "1").build(),
                bundle("b", "1")
                        .exports("p", "2")
                        .provides("x", Map.of("x", List.of("one", "two")), Map.of())
                        .build());

        assertThat(catalog.providers("osgi.wiring.package", "p"))
                .extracting(capability -> capability.getResource().toString())
                .containsExactly("a 1.0.0", "b 1.0.0");
        assertThat(catalog.providers("osgi.wiring.package")).hasSize(3);
        assertThat(catalog.providers("x", "two")).hasSize(1);
        assertThat(catalog.providers("y", "z")).isEmpty();
    }

    private static Index index(java.net.URI url, IndexedBundle... bundles) {
        return new Index(url, List.of(bundles), List.of());
    }
}
