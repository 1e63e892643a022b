package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PeriodsTest {

    private static final long FIRST = LocalDate.of(2023, 2, 14).toEpochDay();

    @Test
    void growsWithTheSpan() {
        assertThat(Periods.forDays(days(20, 1))).isEqualTo(Periods.DAY);
        assertThat(Periods.forDays(days(60, 7))).isEqualTo(Periods.MONTH);
        assertThat(Periods.forDays(days(60, 40))).isEqualTo(Periods.QUARTER);
        assertThat(Periods.forDays(days(60, 180))).isEqualTo(Periods.YEAR);
        assertThat(Periods.forDays(days(60, 3000))).isEqualTo(Periods.DECADE);
    }

    @Test
    void takesFirstsOfMonthsForTheirMonths() {
        List<Long> firsts = List.of(
                LocalDate.of(2024, 1, 1).toEpochDay(), LocalDate.of(2024, 2, 1).toEpochDay());
        assertThat(Periods.forDays(firsts)).isEqualTo(Periods.MONTH);
    }

    @Test
    void labelsThemAsPeopleDo() {
        assertThat(Periods.QUARTER.label(Periods.QUARTER.start(FIRST))).isEqualTo("Q1 2023");
        assertThat(Periods.DECADE.label(Periods.DECADE.start(FIRST))).isEqualTo("2020s");
        assertThat(Periods.MONTH.label(Periods.MONTH.start(FIRST))).isEqualTo("Feb 2023");
    }

    private static List<Long> days(int count, int apart) {
        return LongStream.range(0, count).mapToObj(i -> FIRST + i * apart).toList();
    }
}
