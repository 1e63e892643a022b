package team.charts.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "1234567.5|1,234,567.5", "0.1|0.1", "-3|-3", "0.333333333|0.333333", "1e-9|1.000e-09"})
    void writesAsManyDigitsAsAreWorthReading(double value, String text) {
        assertThat(Numbers.exact(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"950, 950", "999.9, 1k", "12345, 12.3k", "-3230000, -3.23M", "0, 0", "4e12, 4T"})
    void writesBriefly(double value, String text) {
        assertThat(Numbers.brief(value)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200000|200000|1200000|0.2M",
                "1200|200|1200|1,200",
                "20000|20000|180000|20k",
                "0.25|0.25|1|0.25",
                "0|5|10|0"
            })
    void givesTheLabelsOfAnAxisOneUnit(double value, double step, double largest, String text) {
        assertThat(Numbers.tick(value, step, largest)).isEqualTo(text);
    }
}
