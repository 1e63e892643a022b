package dev.dovetail.provisioner.catalog;

import static dev.dovetail.provisioner.catalog.BundleSketch.bundle;
import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Contribution;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureReadingTest {

    @Test
    void fillsInTheDefaultsOfTheAnnotations() {
        var reading = FeatureReading.of(feature("charts", "1.0.0")
                .provides("dovetail.command", Map.of("dovetail.command", "charts.new", "title", "New"), Map.of())
                .provides("dovetail.view", Map.of("dovetail.view", "charts.board", "title", "Board"), Map.of())
                .build());

        assertThat(reading).isInstanceOfSatisfying(FeatureReading.Described.class, described -> {
            var feature = described.feature();
            assertThat(feature.id()).isEqualTo("charts");
            assertThat(feature.icon()).isEqualTo("box");
            assertThat(feature.description()).isEmpty();
            assertThat(feature.vendor()).isEmpty();
            assertThat(feature.exclusive()).isFalse();
            assertThat(feature.contributions())
                    .containsExactly(
                            new Contribution.View("charts.board", "Board", "box", 100),
                            new Contribution.Command("charts.new", "New", "terminal"));
        });
    }

    @Test
    void putsViewsInTheirOrder() {
        var reading = FeatureReading.of(feature("charts", "1.0.0")
                .provides("dovetail.view", view("charts.b", "B", 5), Map.of())
                .provides("dovetail.view", view("charts.z", "A", 5), Map.of())
                .provides("dovetail.view", view("charts.c", "C", 1), Map.of())
                .build());

        assertThat(((FeatureReading.Described) reading).feature().contributions())
                .extracting(Contribution::title)
                .containsExactly("C", "A", "B");
    }

    @Test
    void leavesOtherBundlesAlone() {
        assertThat(FeatureReading.of(bundle("lib", "1").build())).isEqualTo(new FeatureReading.NoFeature());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Charts", "1charts", "charts.board", "ch arts", " ", "-a"})
    void refusesAnIdThatIsNoId(String id) {
        assertThat(FeatureReading.of(feature(id, "1").build())).isInstanceOf(FeatureReading.Unusable.class);
    }

    @Test
    void refusesAFeatureThatSpeaksForAnother() {
        var reading = FeatureReading.of(feature("charts", "1")
                .provides("dovetail.view", Map.of("dovetail.view", "explorer.tree", "title", "Tree"), Map.of())
                .build());

        assertThat(reading)
                .isEqualTo(new FeatureReading.Unusable(
                        "expected the name of a view or command to begin with \"charts.\", found \"explorer.tree\""));
    }

    @Test
    void refusesWhatIsMissingDoubleOrOfTheWrongType() {
        assertThat(reason(feature("charts", "1")
                        .provides("dovetail.view", Map.of("dovetail.view", "charts.a"), Map.of())))
                .isEqualTo("expected a text as title of dovetail.view, found \"\"");
        assertThat(reason(feature("charts", "1")
                        .provides(
                                "dovetail.view",
                                Map.of("dovetail.view", "charts.a", "title", "A", "order", "1"),
                                Map.of())))
                .isEqualTo("expected a whole number of type Long as order of dovetail.view, found \"1\"");
        assertThat(reason(feature("charts", "1")
                        .provides("dovetail.feature", Map.of("dovetail.feature", "b", "title", "B"), Map.of())))
                .isEqualTo("expected one dovetail.feature, found 2");
        assertThat(reason(feature("charts", "1")
                        .provides("dovetail.view", view("charts.a", "A", 1), Map.of())
                        .provides("dovetail.view", view("charts.a", "B", 2), Map.of())))
                .isEqualTo("expected \"charts.a\" once, found it twice");
    }

    @Test
    void aViewIsAtItsNameUnlessItDeclaresARouteBelowItsFeature() {
        var reading = FeatureReading.of(feature("charts", "1.0.0")
                .provides("dovetail.view", routed("charts.a", "charts"), Map.of())
                .provides("dovetail.view", routed("charts.b", "charts/all/boards"), Map.of())
                .provides("dovetail.view", view("charts.c", "C", 1), Map.of())
                .build());

        assertThat(((FeatureReading.Described) reading).feature().contributions())
                .extracting(view -> ((Contribution.View) view).route())
                .containsExactlyInAnyOrder("charts", "charts/all/boards", "charts/c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"explorer/a", "chartsy", "charts/", "/charts", "charts/a?b=c", "charts/a b"})
    void refusesARouteThatIsNotItsOwn(String route) {
        assertThat(reason(feature("charts", "1").provides("dovetail.view", routed("charts.a", route), Map.of())))
                .startsWith("expected the route of charts.a to be \"charts\" or to begin with \"charts/\"");
    }

    @Test
    void refusesTwoViewsAtOneRoute() {
        assertThat(reason(feature("charts", "1")
                        .provides("dovetail.view", routed("charts.a", "charts/b"), Map.of())
                        .provides("dovetail.view", view("charts.b", "B", 1), Map.of())))
                .isEqualTo("expected one view at the route \"charts/b\", found two");
    }

    @Test
    void readsWhetherAFeatureIsExclusiveAndTakesNothingElseForTrueOrFalse() {
        assertThat(((FeatureReading.Described)
                                FeatureReading.of(exclusive("true").build()))
                        .feature()
                        .exclusive())
                .isTrue();
        assertThat(reason(exclusive("yes")))
                .isEqualTo("expected true or false as exclusive of dovetail.feature, found \"yes\"");
    }

    private static BundleSketch exclusive(String value) {
        return bundle("team.charts", "1")
                .provides(
                        "dovetail.feature",
                        Map.of("dovetail.feature", "charts", "title", "Charts", "exclusive", value),
                        Map.of());
    }

    private static Map<String, Object> routed(String id, String route) {
        return Map.of("dovetail.view", id, "title", "A", "route", route);
    }

    private static String reason(BundleSketch sketch) {
        return ((FeatureReading.Unusable) FeatureReading.of(sketch.build())).reason();
    }

    private static Map<String, Object> view(String id, String title, long order) {
        return Map.of("dovetail.view", id, "title", title, "order", order);
    }
}
