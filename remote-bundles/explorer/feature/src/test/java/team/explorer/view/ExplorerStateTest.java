package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.api.Memento;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import team.explorer.query.Question;
import team.explorer.query.Sort;

class ExplorerStateTest {

    @Test
    void comesBackFromItsMemento() {
        Question question = new Question("SELECT 1", 3, Optional.of(new Sort(2, true)));
        ExplorerState state = new ExplorerState(
                List.of("sample:co2", "file:/a b.csv"),
                Set.of("sample:co2"),
                "SELECT 1;\nSELECT 2",
                2,
                5,
                Optional.of(question),
                Optional.of("page"),
                40,
                7,
                List.of("SELECT 1", "SELECT\n2"),
                0.4,
                "sql");

        assertThat(ExplorerState.of(state.memento())).isEqualTo(state);
    }

    @Test
    void beginsEmptyWithoutAMemento() {
        ExplorerState state = ExplorerState.of(Memento.EMPTY);

        assertThat(state.tables()).isEmpty();
        assertThat(state.question()).isEmpty();
        assertThat(state.selected()).isEqualTo(-1);
        assertThat(ExplorerState.of(state.memento())).isEqualTo(state);
    }

    @Test
    void passesOverWhatAnotherVersionWroteDifferently() {
        Memento odd = Memento.of("question", "SELECT 1")
                .with("page", "-4")
                .with("sort", "-1")
                .with("caret", "end")
                .with("divider", "7")
                .with("answer", "nonsense");

        ExplorerState state = ExplorerState.of(odd);

        assertThat(state.question()).contains(Question.first("SELECT 1"));
        assertThat(state.caret()).isZero();
        assertThat(state.divider()).isEqualTo(ExplorerState.DIVIDER);
        assertThat(state.answer()).isEmpty();
    }
}
