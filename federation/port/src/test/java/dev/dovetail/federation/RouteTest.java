package dev.dovetail.federation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTest {

    private static final Snapshot KNOWN = new Snapshot(
            1,
            2,
            List.of(new FeatureStatus(
                    "charts",
                    "Charts",
                    "",
                    "box",
                    "",
                    URI.create("http://localhost/"),
                    new FeatureStatus.Available("1.2.0"),
                    List.of(
                            new Contribution.View("charts.board", "Board", "box", 20),
                            new Contribution.View("charts.list", "List", "box", 10, "charts/all")))),
            List.of());

    @Test
    void parametersAreDecodedAndOnesThatRepeatAreLists() throws Exception {
        Route route = Route.parse("charts/board?table=a%20b&series=x&series=%C3%A4&sum=1+1&empty=&raw=ü");
        assertThat(route.path()).isEqualTo("charts/board");
        assertThat(route.featureId()).isEqualTo("charts");
        assertThat(route.parameters())
                .containsEntry("table", List.of("a b"))
                .containsEntry("series", List.of("x", "ä"))
                .containsEntry("sum", List.of("1+1"))
                .containsEntry("empty", List.of(""))
                .containsEntry("raw", List.of("ü"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/charts",
                "Charts/board",
                "charts//board",
                "charts/board?",
                "charts/board?=x",
                "charts/board?a",
                "charts/board?a=%",
                "charts/board?a=%2",
                "charts/board?a=%zz",
                "charts/board?a=%ff",
                "charts/board?a=%C3",
                "charts/board?1a=x",
                "charts/board?a=x#y",
                "charts/board?a=b c",
                "http://charts/board"
            })
    void whatIsNoRouteIsRefused(String text) {
        assertThatThrownBy(() -> Route.parse(text))
                .isInstanceOfSatisfying(FederationException.class, refused -> assertThat(refused.code())
                        .isEqualTo("DT-ROUTE-001"))
                .hasMessageContaining("in a route, found");
    }

    @Test
    void thereAreLimits() {
        assertThatThrownBy(() -> Route.parse("charts/" + "a".repeat(Route.LONGEST)))
                .hasMessageContaining("at most 8192 characters");
        assertThatThrownBy(() -> Route.parse("charts?" + "a=1&".repeat(Route.MOST) + "a=1"))
                .hasMessageContaining("at most 256 parameters");
    }

    @Test
    void aRouteLeadsToTheViewThatDeclaresIt() throws Exception {
        assertThat(Route.parse("charts/board").in(KNOWN).id()).isEqualTo("charts.board");
        assertThat(Route.parse("charts/all").in(KNOWN).id()).isEqualTo("charts.list");
        assertThat(Route.parse("charts").in(KNOWN).id()).isEqualTo("charts.list");
    }

    @Test
    void aRouteThatLeadsNowhereSaysWhatThereIs() {
        assertThatThrownBy(() -> Route.parse("charts/list").in(KNOWN))
                .hasMessage("Expected a view of Charts 1.2.0 at the route charts/list, found only charts/board,"
                        + " charts/all.")
                .isInstanceOfSatisfying(FederationException.class, refused -> assertThat(refused.code())
                        .isEqualTo("DT-ROUTE-003"));
        assertThatThrownBy(() -> Route.parse("maps/world").in(KNOWN))
                .hasMessageContaining("no installed feature and no repository has \"maps\"")
                .isInstanceOfSatisfying(FederationException.class, refused -> assertThat(refused.code())
                        .isEqualTo("DT-ROUTE-002"));
    }

    @Test
    void aViewWithoutARouteOfItsOwnIsAtItsName() {
        assertThat(Route.of("charts.board")).isEqualTo("charts/board");
        assertThat(Route.of("charts.board.big")).isEqualTo("charts/board.big");
    }
}
