package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Column;

class StateCodecTest {

    @Property(tries = 300)
    void readsWhatItWrote(@ForAll("states") BoardState state) {
        assertThat(StateCodec.read(StateCodec.write(state))).isEqualTo(state);
    }

    @Property(tries = 300)
    void neverFailsOnWhatSomebodyElseWrote(
            @ForAll String series, @ForAll String labels, @ForAll String hidden, @ForAll String columns) {
        Memento memento = Memento.of("table", "t")
                .with("plot.kind", "BAR")
                .with("plot.series", series)
                .with("plot.labels", labels)
                .with("hidden", hidden)
                .with("columns", columns);
        assertThat(StateCodec.read(memento).choice().tableId()).isEqualTo("t");
    }

    @Test
    void readsWhatOtherFeaturesAskFor() {
        Memento memento = Memento.of("table", "sales")
                .with("kind", "LINE")
                .with("x", "Month")
                .with("series", "Revenue\u001fCost");
        assertThat(StateCodec.read(memento))
                .isEqualTo(BoardState.of(new ChartRequest(Kind.LINE, "sales", "Month", List.of("Revenue", "Cost"))));
    }

    @Test
    void keepsNothingOfABlankBoard() {
        assertThat(StateCodec.write(BoardState.BLANK)).isEqualTo(Memento.EMPTY);
        assertThat(StateCodec.read(Memento.EMPTY)).isEqualTo(BoardState.BLANK);
    }

    @Test
    void dropsPointsThatHaveNoCategory() {
        Memento memento = Memento.of("table", "t")
                .with("plot.kind", "BAR")
                .with("plot.labels", "a;")
                .with("plot.series", "s;0.0,1.0 1.0,2.0 0.5,3.0 x,y ;");
        assertThat(StateCodec.read(memento).plot().series().get(0).points()).containsExactly(new Point(0, 1));
    }

    @Provide
    Arbitrary<BoardState> states() {
        Arbitrary<String> names =
                Arbitraries.strings().excludeChars('\u001f').ofMinLength(1).ofMaxLength(6);
        Arbitrary<List<String>> lists = names.list().ofMaxSize(4);
        Arbitrary<ChartRequest> choices = Combinators.combine(Arbitraries.of(Kind.class), names, names, lists)
                .as(ChartRequest::new);
        Arbitrary<List<Column>> columns = Combinators.combine(names, Arbitraries.of(Column.Kind.class))
                .as(Column::new)
                .list()
                .ofMaxSize(4);
        return Combinators.combine(choices, names, columns, names, lists.map(Set::copyOf), plots())
                .as(BoardState::new);
    }

    private static Arbitrary<Plot> plots() {
        Arbitrary<String> names = Arbitraries.strings().ofMaxLength(6);
        Arbitrary<Double> numbers = Arbitraries.doubles().between(-1e15, 1e15);
        Arbitrary<Series> free = series(Combinators.combine(numbers, numbers).as(Point::new));
        Arbitrary<Series> bound =
                series(Combinators.combine(Arbitraries.integers().between(0, 2), numbers)
                        .as((x, y) -> new Point(x, y)));
        Arbitrary<Plot> scales = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        names,
                        Arbitraries.<XAxis>of(new XAxis.Numbers(), new XAxis.Dates()),
                        free.list().ofMaxSize(3),
                        names)
                .as(Plot::new);
        Arbitrary<Plot> categories = Combinators.combine(
                        Arbitraries.of(Kind.class),
                        names,
                        names.list().ofSize(3).<XAxis>map(XAxis.Categories::new),
                        bound.list().ofMaxSize(3),
                        names)
                .as(Plot::new);
        return Arbitraries.oneOf(scales, categories);
    }

    private static Arbitrary<Series> series(Arbitrary<Point> points) {
        return Combinators.combine(
                        Arbitraries.strings().ofMaxLength(6), points.list().ofMaxSize(5))
                .as(Series::new);
    }
}
