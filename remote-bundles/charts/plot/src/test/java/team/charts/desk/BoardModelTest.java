package team.charts.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.charts.plot.BoardState;
import team.charts.plot.Plot;
import team.charts.plot.Samples;
import team.charts.plot.StateCodec;
import team.explorer.api.Table;

class BoardModelTest {

    private static final Table SHOPS = Samples.table("shops", "Shop,Town,#Sold,#Cost", "A,Ulm,3,2", "B,Bonn,4,3");
    private static final Table TEXTS = Samples.table("texts", "Name,Town", "A,Ulm", "B,Bonn");

    private final Offers offers = new Offers();
    private final Source source = new Source(SHOPS, TEXTS);
    private final Queue<Runnable> later = new ArrayDeque<>();

    @Test
    void drawsTheFirstTableOnOffer() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        assertThat(model.state().choice())
                .isEqualTo(new ChartRequest(Kind.BAR, "shops", "Shop", List.of("Sold", "Cost")));
        assertThat(model.face()).isEqualTo(new Face.Chart("Sum by Shop · 2 rows", ""));
        assertThat(model.state().heading()).isEqualTo("Sold and Cost by Shop");
    }

    @Test
    void teachesWhereTablesComeFrom() {
        assertThat(started(BoardState.BLANK).face()).isInstanceOfSatisfying(Face.Blank.class, blank -> {
            assertThat(blank.headline()).isEqualTo("No table is on offer yet");
            assertThat(blank.offersTables()).isTrue();
        });
    }

    @Test
    void drawsTheFirstTableThatComes() {
        BoardModel model = started(BoardState.BLANK);
        offers.add(source);
        assertThat(model.state().plot().isEmpty()).isFalse();
    }

    @Test
    void followsThePickers() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        model.kind(Kind.LINE);
        model.x("Town");
        model.series(List.of("Cost"));
        assertThat(model.state().choice()).isEqualTo(new ChartRequest(Kind.LINE, "shops", "Town", List.of("Cost")));
        assertThat(model.state().plot().kind()).isEqualTo(Kind.LINE);
        assertThat(model.state().heading()).isEqualTo("Cost by Town");
        assertThat(source.reads).isEqualTo(1);
    }

    @Test
    void takesTheColumnAcrossOutOfTheSeries() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        model.x("Sold");
        assertThat(model.state().choice().series()).containsExactly("Cost");
        assertThat(model.drawable()).containsExactly("Cost");
    }

    @Test
    void keepsTheLastSeries() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        model.series(List.of());
        assertThat(model.state().choice().series()).containsExactly("Sold", "Cost");
    }

    @Test
    void keepsTheChartWhenTheTableGoesAndRefreshesItWhenItIsBack() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        Plot before = model.state().plot();
        source.set();
        assertThat(model.state().plot()).isEqualTo(before);
        assertThat(model.canChoose()).isFalse();
        assertThat(model.face()).isInstanceOfSatisfying(Face.Chart.class, chart -> assertThat(chart.warning())
                .startsWith("As last drawn"));
        source.set(Samples.table("shops", "Shop,#Sold", "C,9"));
        assertThat(model.state().plot().series().get(0).points()).hasSize(1);
        assertThat(model.face()).isEqualTo(new Face.Chart("Sum by Shop · 1 row", ""));
    }

    @Test
    void looksTheSameFromItsMementoWithoutAnySource() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        model.toggle("Cost");
        model.rename("My shops");
        BoardModel next = new BoardModel(
                StateCodec.read(StateCodec.write(model.state())), new Offers(), Runnable::run, Runnable::run);
        next.start(() -> {});
        assertThat(next.state()).isEqualTo(model.state());
        assertThat(next.state().heading()).isEqualTo("My shops");
    }

    @Test
    void saysWhatIsWrongWithATableOfTexts() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        model.pick("texts");
        assertThat(model.face()).isInstanceOfSatisfying(Face.Blank.class, blank -> assertThat(blank.headline())
                .isEqualTo("Nothing to draw in “texts.csv”"));
    }

    @Test
    void passesOnWhyATableCannotBeRead() {
        source.failure = "The file was deleted.";
        offers.add(source);
        assertThat(started(BoardState.BLANK).face())
                .isInstanceOfSatisfying(
                        Face.Blank.class, blank -> assertThat(blank.text()).isEqualTo("The file was deleted."));
    }

    @Test
    void waitsForATableThatWasAskedForAndIsNotThere() {
        offers.add(source);
        BoardModel model = started(BoardState.of(Samples.choice(Kind.LINE, "Day", "Sold")));
        assertThat(model.face()).isInstanceOfSatisfying(Face.Blank.class, blank -> assertThat(blank.headline())
                .isEqualTo("The table is not on offer"));
        source.set(Samples.table("t", "@Day,#Sold", "2024-01-01,3"));
        assertThat(model.state().plot().kind()).isEqualTo(Kind.LINE);
    }

    @Test
    void drawsOnlyTheLastOfSeveralWishes() {
        offers.add(source);
        BoardModel model = new BoardModel(BoardState.BLANK, offers, Runnable::run, later::add);
        model.start(() -> {});
        drain();
        model.draw(new ChartRequest(Kind.LINE, "shops", "Shop", List.of("Sold")));
        model.draw(new ChartRequest(Kind.SCATTER, "shops", "Cost", List.of("Sold")));
        drain();
        assertThat(model.state().plot().kind()).isEqualTo(Kind.SCATTER);
    }

    @Test
    void doesNothingAfterItWasClosed() {
        offers.add(source);
        BoardModel model = new BoardModel(BoardState.BLANK, offers, Runnable::run, later::add);
        model.start(() -> {});
        model.close();
        drain();
        assertThat(model.state()).isEqualTo(BoardState.BLANK);
        assertThat(source.followers).isEmpty();
    }

    @Test
    void takesTheTitleItMadeItselfForNone() {
        offers.add(source);
        BoardModel model = started(BoardState.BLANK);
        model.rename("Sold and Cost by Shop");
        model.x("Town");
        assertThat(model.state().heading()).isEqualTo("Sold and Cost by Town");
    }

    private BoardModel started(BoardState first) {
        BoardModel model = new BoardModel(first, offers, Runnable::run, Runnable::run);
        model.start(() -> {});
        return model;
    }

    private void drain() {
        while (!later.isEmpty()) {
            later.remove().run();
        }
    }
}
