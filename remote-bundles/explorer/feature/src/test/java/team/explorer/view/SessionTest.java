package team.explorer.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import team.explorer.query.Question;
import team.explorer.tables.OpenTable;
import team.explorer.tables.Sample;
import team.explorer.tables.Workspace;

class SessionTest {

    private final Workspace workspace = new Workspace();
    private final Deque<Runnable> background = new ArrayDeque<>();
    private final List<String> complaints = new ArrayList<>();
    private int changes;
    private final Session session =
            new Session(workspace, background::add, Runnable::run, () -> changes++, complaints::add);

    @AfterEach
    void close() {
        session.close();
        workspace.close();
    }

    @Test
    void opensAFileAndSaysSoMeanwhile() {
        List<OpenTable> opened = new ArrayList<>();
        session.open(Sample.CO2, opened::add);
        assertThat(session.loading()).containsExactly("co2.csv");

        work();

        assertThat(session.loading()).isEmpty();
        assertThat(opened).isEqualTo(session.tables());
    }

    @Test
    void complainsWhenAFileCanNotBeOpened() {
        session.open(new team.explorer.tables.FileSource(Path.of("nowhere.csv")), table -> {});
        work();

        assertThat(complaints).singleElement().asString().contains("nowhere.csv isn't there any more");
        assertThat(session.loading()).isEmpty();
    }

    @Test
    void runsTheStatementAtTheCaret() {
        session.run("SELECT 1; SELECT 2", 15);
        assertThat(session.running()).contains(Question.first("SELECT 2"));

        work();

        assertThat(session.answer().orElseThrow().rows()).containsExactly(List.of("2"));
        assertThat(session.running()).isEmpty();
        assertThat(session.history().statements()).containsExactly("SELECT 2");
    }

    @Test
    void keepsTheLastAnswerWhenAQuestionFails() {
        session.run("SELECT 1", 0);
        work();
        session.run("SELECT 1;\n SELECT nope", 14);
        work();

        Failure failure = session.failure().orElseThrow();
        assertThat(failure.text()).startsWith("Line 1, column 8: There is no column “nope”.");
        assertThat(failure.place()).hasValue(18);
        assertThat(session.answer()).isPresent();
    }

    @Test
    void countsOnlyTheLatestOfSeveralAnswers() {
        session.run("SELECT 1", 0);
        session.run("SELECT 2", 0);
        work();

        assertThat(session.answer().orElseThrow().rows()).containsExactly(List.of("2"));
    }

    @Test
    void keepsTheLastAnswerWhenAQuestionIsCancelled() {
        session.run("SELECT 1", 0);
        work();
        session.run("SELECT 2", 0);
        session.cancel();
        work();

        assertThat(session.cancelled()).isTrue();
        assertThat(session.answer().orElseThrow().rows()).containsExactly(List.of("1"));
        assertThat(session.failure()).isEmpty();
    }

    @Test
    void goesBackToWhereAnotherSessionWas() {
        Question question = Question.first("SELECT * FROM co2").at(0);
        session.restore(List.of("sample:co2", "file:/nowhere.csv", "odd"), Optional.of(question), Optional.empty());
        work();

        assertThat(session.tables()).extracting(OpenTable::name).containsExactly("co2");
        assertThat(session.answer().orElseThrow().total()).isEqualTo(65);
        assertThat(complaints).hasSize(1);
    }

    @Test
    void callsNobodyOnceItIsClosed() {
        session.run("SELECT 1", 0);
        session.close();
        int before = changes;
        work();

        assertThat(changes).isEqualTo(before);
        assertThat(session.answer()).isEmpty();
    }

    private void work() {
        while (!background.isEmpty()) {
            background.remove().run();
        }
    }
}
