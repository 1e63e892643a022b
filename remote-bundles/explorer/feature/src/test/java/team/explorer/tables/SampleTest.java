package team.explorer.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import team.explorer.api.Column;
import team.explorer.csv.CsvFile;
import team.explorer.query.Cancellation;
import team.explorer.query.Question;

class SampleTest {

    @Test
    void hasEveryElementOnce() throws IOException {
        List<List<String>> rows =
                CsvFile.look(Sample.ELEMENTS).table("elements", 1000).rows();

        assertThat(rows).hasSize(118);
        assertThat(new HashSet<>(rows.stream().map(row -> row.get(1)).toList())).hasSize(118);
        assertThat(rows.get(117).subList(0, 3)).containsExactly("118", "Og", "Oganesson");
    }

    @Test
    void hasEveryYearOfTheAir() throws IOException {
        CsvFile file = CsvFile.look(Sample.CO2);

        assertThat(file.columns()).extracting(Column::kind).containsOnly(Column.Kind.NUMBER);
        assertThat(file.table("co2", 1000).rows())
                .hasSize(65)
                .startsWith(List.of("1959", "315.98"))
                .endsWith(List.of("2023", "421.08"));
    }

    @ParameterizedTest
    @EnumSource
    void answersTheQuestionWorthTrying(Sample sample) throws Exception {
        try (Workspace workspace = new Workspace()) {
            workspace.open(sample);

            assertThat(workspace
                            .ask(Question.first(sample.question()), new Cancellation())
                            .rows())
                    .isNotEmpty();
        }
    }
}
