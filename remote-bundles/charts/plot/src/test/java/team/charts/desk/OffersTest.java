package team.charts.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import team.charts.plot.Samples;

class OffersTest {

    private final Offers offers = new Offers();
    private final Source source = new Source(Samples.table("a", "X", "1"));

    @Test
    void listsTheTablesOfAllSources() {
        offers.add(source);
        offers.add(new Source(Samples.table("b", "X", "1")));
        assertThat(offers.tables()).extracting("id").containsExactly("a", "b");
        assertThat(offers.source("a")).containsSame(source);
    }

    @Test
    void takesABrokenSourceForAnEmptyOne() {
        source.failure = "list";
        offers.add(source);
        offers.add(new Source(Samples.table("b", "X", "1")));
        assertThat(offers.tables()).extracting("id").containsExactly("b");
    }

    @Test
    void tellsOfComingChangingAndGoing() {
        AtomicInteger told = new AtomicInteger();
        offers.listen(told::incrementAndGet);
        offers.add(source);
        source.set();
        offers.remove(source);
        assertThat(told).hasValue(3);
        assertThat(source.followers).isEmpty();
    }

    @Test
    void letsGoOfEverySourceWhenClosed() {
        AtomicInteger told = new AtomicInteger();
        offers.listen(told::incrementAndGet);
        offers.add(source);
        offers.close();
        offers.add(source);
        assertThat(source.followers).isEmpty();
        assertThat(offers.tables()).isEmpty();
        assertThat(told).hasValue(1);
    }
}
