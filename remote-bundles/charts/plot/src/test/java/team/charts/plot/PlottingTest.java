package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Table;

class PlottingTest {

    @Test
    void addsUpRowsOfTheSameText() {
        Plot plot = Plotting.plot(
                Samples.table("t", "Shop,#Sold", "A,3", "B,4", "A,5"), Samples.choice(Kind.BAR, "Shop", "Sold"));
        assertThat(labels(plot)).containsExactly("A", "B");
        assertThat(plot.series().get(0).points()).containsExactly(new Point(0, 8), new Point(1, 4));
        assertThat(plot.note()).isEqualTo("Sum by Shop · 3 rows");
    }

    @Test
    void leavesAGapWhereAllValuesAreMissing() {
        Plot plot =
                Plotting.plot(Samples.table("t", "Shop,#Sold", "A,", "B,4"), Samples.choice(Kind.BAR, "Shop", "Sold"));
        assertThat(labels(plot)).containsExactly("A", "B");
        assertThat(plot.series().get(0).points()).containsExactly(new Point(1, 4));
    }

    @Test
    void namesTextsThatAreMissing() {
        Plot plot = Plotting.plot(Samples.table("t", "Shop,#Sold", ",3"), Samples.choice(Kind.BAR, "Shop", "Sold"));
        assertThat(labels(plot)).containsExactly(Plotting.NO_TEXT);
    }

    @Test
    void keepsTheLargestOfManyCategoriesAndGathersTheRest() {
        Plot plot = Plotting.plot(numbered(100), Samples.choice(Kind.BAR, "Name", "Value"));
        assertThat(labels(plot)).hasSize(24).startsWith("n99", "n98").endsWith("Other (77)");
        assertThat(plot.series().get(0).points().get(23).y())
                .isEqualTo(IntStream.range(0, 77).sum());
    }

    @Test
    void gathersManyDaysByMonth() {
        String[] lines = Stream.concat(
                        Stream.of("@Day,#Sold"),
                        IntStream.range(0, 120)
                                .mapToObj(
                                        i -> java.time.LocalDate.of(2024, 1, 1).plusDays(i) + ",1"))
                .toArray(String[]::new);
        Plot plot = Plotting.plot(Samples.table("t", lines), Samples.choice(Kind.BAR, "Day", "Sold"));
        assertThat(labels(plot)).containsExactly("Jan 2024", "Feb 2024", "Mar 2024", "Apr 2024");
        assertThat(plot.series().get(0).points().get(1)).isEqualTo(new Point(1, 29));
        assertThat(plot.note()).startsWith("Sum by month");
    }

    @Test
    void gathersManyNumbersInRoundRanges() {
        Plot plot = Plotting.plot(numbered(100), Samples.choice(Kind.BAR, "Value", "Value twice"));
        assertThat(labels(plot)).startsWith("0–10", "10–20").hasSize(10);
    }

    @Test
    void drawsALineFromTheEarliestToTheLatest() {
        Plot plot = Plotting.plot(
                Samples.table("t", "@Day,#Sold", "1970-01-03,4", "1970-01-02,3", "soon,9", "1970-01-03,1"),
                Samples.choice(Kind.LINE, "Day", "Sold"));
        assertThat(plot.axis()).isEqualTo(new XAxis.Dates());
        assertThat(plot.series().get(0).points()).containsExactly(new Point(1, 3), new Point(2, 5));
        assertThat(plot.note()).contains("added up");
    }

    @Test
    void drawsADotForEachRow() {
        Plot plot = Plotting.plot(
                Samples.table("t", "#X,#Y", "2,1", "2,1", "3,", ",4"), Samples.choice(Kind.SCATTER, "X", "Y"));
        assertThat(plot.series().get(0).points()).containsExactly(new Point(2, 1), new Point(2, 1));
    }

    @Test
    void drawsDotsOverTexts() {
        Plot plot = Plotting.plot(
                Samples.table("t", "Shop,#Sold", "A,3", "B,4", "A,5"), Samples.choice(Kind.SCATTER, "Shop", "Sold"));
        assertThat(plot.series().get(0).points()).containsExactly(new Point(0, 3), new Point(1, 4), new Point(0, 5));
    }

    @Test
    void thinsOutButKeepsThePeak() {
        String[] lines = Stream.concat(
                        Stream.of("#X,#Y"),
                        IntStream.range(0, 30_000).mapToObj(i -> i + "," + (i == 12_345 ? 99 : i % 7)))
                .toArray(String[]::new);
        Plot plot = Plotting.plot(Samples.table("t", lines), Samples.choice(Kind.LINE, "X", "Y"));
        assertThat(plot.series().get(0).points())
                .hasSizeLessThanOrEqualTo(Plot.MOST_POINTS)
                .contains(new Point(12_345, 99));
        assertThat(plot.note()).contains("thinned out");
    }

    @Test
    void saysWhenOnlyTheFirstRowsWereRead() {
        Table part = Samples.table("t", "Shop,#Sold", "A,3");
        Table table = new Table(new team.explorer.api.TableInfo("t", "t", 1200), part.columns(), part.rows());
        assertThat(Plotting.plot(table, Samples.choice(Kind.BAR, "Shop", "Sold"))
                        .note())
                .contains("the first 1 of 1,200 rows");
    }

    @Test
    void drawsNothingWithoutSeries() {
        assertThat(Plotting.plot(Samples.table("t", "Shop", "A"), Samples.choice(Kind.BAR, "Shop")))
                .isEqualTo(Plot.NONE);
    }

    @Test
    void survivesNumbersThatAreAllMissing() {
        Plot plot = Plotting.plot(Samples.table("t", "#X,#Y", ",1", ",2"), Samples.choice(Kind.BAR, "X", "Y"));
        assertThat(plot.isEmpty()).isTrue();
    }

    private static java.util.List<String> labels(Plot plot) {
        return ((XAxis.Categories) plot.axis()).labels();
    }

    private static Table numbered(int rows) {
        String[] lines = Stream.concat(
                        Stream.of("Name,#Value,#Value twice"),
                        IntStream.range(0, rows).mapToObj(i -> "n%d,%d,%d".formatted(i, i, i * 2)))
                .toArray(String[]::new);
        return Samples.table("t", lines);
    }
}
