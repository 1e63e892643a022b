package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import team.explorer.api.Column;
import team.explorer.api.Column.Kind;
import team.explorer.query.Answer;
import team.explorer.query.Question;

class AnswerTextTest {

    private static final Question QUESTION =
            Question.first("SELECT * FROM moons").at(2);

    @Test
    void readsBackWhatItWrote() {
        Answer answer = answer(List.of(List.of("Io, \"the\n1st\"", ""), List.of("", "1")));

        assertThat(AnswerText.write(answer).flatMap(text -> AnswerText.read(text, QUESTION)))
                .contains(answer);
    }

    @Test
    void readsBackAnAnswerWithoutRows() {
        Answer answer = answer(List.of());

        assertThat(AnswerText.write(answer).flatMap(text -> AnswerText.read(text, QUESTION)))
                .contains(answer);
    }

    @Test
    void writesNothingThatItCouldNotReadBack() {
        assertThat(AnswerText.write(answer(List.of(List.of("a\u001fb", ""))))).isEmpty();
        assertThat(AnswerText.write(answer(List.of(List.of("x".repeat(200_000), "")))))
                .isEmpty();
    }

    @Test
    void readsNothingFromAnotherForm() {
        for (String text :
                List.of("", "nonsense", "1\u001f2\u001f\u001ea\u001f\u001eMOON\u001f", "\u001e\u001e\u001e")) {
            assertThat(AnswerText.read(text, QUESTION)).isEqualTo(Optional.empty());
        }
    }

    private static Answer answer(List<List<String>> rows) {
        List<Column> columns = List.of(new Column("name", Kind.TEXT), new Column("radius", Kind.NUMBER));
        return new Answer(QUESTION, columns, rows, 402, Duration.ofMillis(7));
    }
}
