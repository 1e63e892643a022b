package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest.Kind;

class HoverTest {

    @Test
    void tellsAllValuesAtTheNearestCategory() {
        Frame frame = frame(Kind.BAR, new XAxis.Categories(List.of("North", "South")), Set.of());
        Spot spot = Hover.at(frame, frame.x().at(1) + 5, 100).orElseThrow();
        assertThat(spot.heading()).isEqualTo("South");
        assertThat(spot.values()).extracting(Spot.Value::text).containsExactly("20", "200");
    }

    @Test
    void leavesOutWhatIsHidden() {
        Frame frame = frame(Kind.LINE, new XAxis.Numbers(), Set.of("a"));
        Spot spot = Hover.at(frame, frame.x().at(1), 100).orElseThrow();
        assertThat(spot.values()).extracting(Spot.Value::name).containsExactly("b");
    }

    @Test
    void tellsTheNearestDotAlone() {
        Frame frame = frame(Kind.SCATTER, new XAxis.Numbers(), Set.of());
        Spot spot = Hover.at(frame, frame.x().at(1) - 3, frame.y().at(200) + 3).orElseThrow();
        assertThat(spot.values()).extracting(Spot.Value::text).containsExactly("200");
        assertThat(spot.heading()).isEqualTo("x 1");
    }

    @Test
    void saysNothingFarFromDotsOrOutsideThePlane() {
        Frame frame = frame(Kind.SCATTER, new XAxis.Numbers(), Set.of());
        assertThat(Hover.at(frame, frame.x().at(0.5), frame.y().at(150))).isEmpty();
        assertThat(Hover.at(frame, 1, 1)).isEmpty();
    }

    private static Frame frame(Kind kind, XAxis axis, Set<String> hidden) {
        List<Series> series = List.of(
                new Series("a", List.of(new Point(0, 10), new Point(1, 20))),
                new Series("b", List.of(new Point(0, 100), new Point(1, 200))));
        return Framing.frame(new Plot(kind, "x", axis, series, ""), hidden, 600, 400, text -> 30);
    }
}
