package team.charts.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChartRequestTest {

    @Test
    void keepsItsOwnCopyOfTheSeries() {
        List<String> series = new ArrayList<>(List.of("Revenue"));
        ChartRequest request = new ChartRequest(ChartRequest.Kind.BAR, "t", "Month", series);
        series.add("Cost");
        assertThat(request.series()).containsExactly("Revenue");
    }

    @Test
    void namesThePartThatIsMissing() {
        assertThatNullPointerException()
                .isThrownBy(() -> new ChartRequest(ChartRequest.Kind.BAR, null, "Month", List.of()))
                .withMessage("tableId");
    }
}
