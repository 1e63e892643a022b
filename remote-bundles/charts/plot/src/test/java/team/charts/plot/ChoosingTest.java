package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import team.charts.api.ChartRequest;
import team.charts.api.ChartRequest.Kind;
import team.explorer.api.Table;

class ChoosingTest {

    @Test
    void drawsDatesAsLines() {
        Table table = Samples.table("t", "Shop,@Day,#Sold", "A,2024-01-01,3", "B,2024-01-02,4");
        assertThat(Choosing.first(table)).isEqualTo(Samples.choice(Kind.LINE, "Day", "Sold"));
    }

    @Test
    void drawsTextsAsBars() {
        Table table = Samples.table("t", "Shop,#Sold", "A,3", "B,4");
        assertThat(Choosing.first(table)).isEqualTo(Samples.choice(Kind.BAR, "Shop", "Sold"));
    }

    @Test
    void drawsNumbersOnlyAsDots() {
        Table table = Samples.table("t", "#Weight,#Mileage", "900,40", "1200,30");
        assertThat(Choosing.first(table)).isEqualTo(Samples.choice(Kind.SCATTER, "Weight", "Mileage"));
    }

    @Test
    void leavesIdsAndYearsAndOtherSizesOutOfTheFirstSeries() {
        Table table = Samples.table(
                "t", "Shop,#Id,#Year,#Revenue,#Cost,#Share", "A,1,2023,9000,4000,0.2", "B,2,2024,8000,5000,0.3");
        assertThat(Choosing.first(table).series()).containsExactly("Revenue", "Cost");
    }

    @Test
    void keepsWhatWasAskedForWhereTheTableHasIt() {
        Table table = Samples.table("t", "Shop,#Sold,#Cost", "A,3,2", "B,4,3");
        ChartRequest asked = Samples.choice(Kind.SCATTER, "Cost", "Sold");
        assertThat(Choosing.fit(table, asked)).isEqualTo(asked);
    }

    @Test
    void replacesColumnsThatAreGone() {
        Table table = Samples.table("t", "Shop,#Sold", "A,3", "B,4");
        ChartRequest asked = Samples.choice(Kind.LINE, "Gone", "Gone too", "Shop");
        assertThat(Choosing.fit(table, asked)).isEqualTo(Samples.choice(Kind.LINE, "Shop", "Sold"));
    }

    @Test
    void findsNothingToDrawInATableOfTexts() {
        Table table = Samples.table("t", "Shop,Town", "A,Ulm", "B,Bonn");
        assertThat(Choosing.first(table).series()).isEmpty();
    }

    @Test
    void copesWithATableWithoutRows() {
        assertThat(Choosing.first(Samples.table("t", "@Day,#Sold")).series()).isEqualTo(List.of("Sold"));
    }
}
