package team.explorer.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class IdentifiersTest {

    @Test
    void quotesOnlyWhatSqlWouldMisread() {
        assertThat(Identifiers.readable("atomic_weight")).isEqualTo("atomic_weight");
        assertThat(Identifiers.readable("year")).isEqualTo("year");
        assertThat(Identifiers.readable("order")).isEqualTo("\"order\"");
        assertThat(Identifiers.readable("Birth rate")).isEqualTo("\"Birth rate\"");
        assertThat(Identifiers.readable("6\" pipe")).isEqualTo("\"6\"\" pipe\"");
    }

    @Test
    void makesTableNamesThatNeedNoQuotes() {
        assertThat(Identifiers.tableName("World Population (2023)", List.of())).isEqualTo("world_population_2023");
        assertThat(Identifiers.tableName("2023 sales", List.of())).isEqualTo("t_2023_sales");
        assertThat(Identifiers.tableName("数据", List.of())).isEqualTo("data");
    }

    @Test
    void countsOnWhenANameIsTaken() {
        assertThat(Identifiers.tableName("Sales", List.of("sales", "sales_2"))).isEqualTo("sales_3");
    }
}
