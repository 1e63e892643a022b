package team.explorer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import team.explorer.api.Column;
import team.explorer.api.Column.Kind;
import team.explorer.csv.CsvFile;
import team.explorer.csv.TextSource;

class QuestionsTest {

    private static final String ENDLESS =
            "SELECT SUM(a.x * b.x) FROM SYSTEM_RANGE(1, 1000000) a, SYSTEM_RANGE(1, 1000000) b";

    private Database database;
    private Questions questions;

    @BeforeEach
    void open() throws Exception {
        database = new Database();
        questions = new Questions(database, Clock.systemUTC());
        load(
                "moons",
                "name,radius,seen\nIo,1821.6,1610-01-08\nEuropa,1560.8,1610-01-08\nTitan,2574.7,1655-03-25\nS/1,,\n");
        load(
                "numbers",
                "n\n" + IntStream.range(0, 501).mapToObj(String::valueOf).collect(Collectors.joining("\n")));
    }

    @AfterEach
    void close() throws Exception {
        questions.close();
        database.close();
    }

    @Test
    void knowsWhatTheColumnsHold() throws SqlProblem {
        assertThat(ask("SELECT *, COUNT(*) OVER () AS c FROM moons").columns())
                .containsExactly(
                        new Column("name", Kind.TEXT),
                        new Column("radius", Kind.NUMBER),
                        new Column("seen", Kind.DATE),
                        new Column("c", Kind.NUMBER));
    }

    @Test
    void givesMissingValuesAsEmptyTextsAndNumbersAsTheyAreWritten() throws SqlProblem {
        assertThat(ask("SELECT * FROM moons WHERE name IN ('Io', 'S/1')").rows())
                .containsExactly(List.of("Io", "1821.6", "1610-01-08"), List.of("S/1", "", ""));
        assertThat(ask("SELECT AVG(n), 1/4.0, CAST(1e30 AS DOUBLE PRECISION), 0.0 FROM numbers")
                        .rows())
                .containsExactly(List.of("250", "0.25", "1000000000000000000000000000000", "0"));
    }

    @Test
    void takesNamesInAnyCase() throws SqlProblem {
        assertThat(ask("select NAME from MOONS where Name = 'Io'").rows()).hasSize(1);
    }

    @Test
    void takesEverydayWordsAsNamesOfColumns() throws Exception {
        load("days", "year,month,day,value,key\n2023,1,2,x,y\n");

        assertThat(ask("SELECT year, month, day, value, key FROM days").rows())
                .containsExactly(List.of("2023", "1", "2", "x", "y"));
        assertThat(ask("SELECT YEAR(seen), EXTRACT(DAY FROM seen) FROM moons WHERE name = 'Io'")
                        .rows())
                .containsExactly(List.of("1610", "8"));
    }

    @Test
    void givesOnePageAndCountsTheRest() throws SqlProblem {
        Answer first = ask("SELECT n FROM numbers ORDER BY n DESC");
        Answer last = questions.ask(first.question().at(2), new Cancellation());

        assertThat(first.rows()).hasSize(200).startsWith(List.of("500")).endsWith(List.of("301"));
        assertThat(first.total()).isEqualTo(501);
        assertThat(first.pages()).isEqualTo(3);
        assertThat(last.rows()).hasSize(101).endsWith(List.of("0"));
        assertThat(last.total()).isEqualTo(501);
    }

    @Test
    void givesTheLastPageWhenThereAreFewer() throws SqlProblem {
        Answer answer = questions.ask(Question.first("SELECT n FROM numbers").at(9), new Cancellation());

        assertThat(answer.question().page()).isEqualTo(2);
        assertThat(answer.rows()).hasSize(101);
    }

    @Test
    void sortsTheWholeAnswerWithMissingValuesLast() throws SqlProblem {
        Question question = Question.first("SELECT name, radius FROM moons");

        assertThat(names(question.by(Optional.of(new Sort(1, true))))).containsExactly("Titan", "Io", "Europa", "S/1");
        assertThat(names(question.by(Optional.of(new Sort(1, false))))).containsExactly("Europa", "Io", "Titan", "S/1");
    }

    @Test
    void bearsTwoColumnsOfOneName() throws SqlProblem {
        assertThat(ask("SELECT a.name, b.name FROM moons a JOIN moons b ON a.name < b.name")
                        .total())
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EXPLAIN SELECT * FROM moons",
                "SHOW TABLES",
                "CALL 5",
                "VALUES (1, 2)",
                "TABLE moons",
                "(SELECT 1)",
                "-- a note\nSELECT 1 -- another",
                "/* a note */ WITH big AS (SELECT * FROM moons WHERE radius > 2000) SELECT name FROM big"
            })
    void answersEverythingThatIsAQuestion(String sql) throws SqlProblem {
        assertThat(ask(sql).rows()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSERT INTO moons VALUES ('x', 1, NULL)",
                "DROP TABLE moons",
                "CREATE TABLE t (i INT)",
                "CREATE ALIAS x FOR 'java.lang.System.exit'",
                "SHUTDOWN",
                "SELECT FILE_READ('/etc/hostname')",
                "SELECT * FROM CSVREAD('/etc/hostname')",
                "CALL CSVWRITE('target/stolen.csv', 'SELECT 1')",
                "SELECT * FROM LINK_SCHEMA('x', '', '', '', '', '')"
            })
    void neverChangesTablesOrTouchesFiles(String sql) throws SqlProblem {
        assertThatExceptionOfType(SqlProblem.class).isThrownBy(() -> ask(sql));

        assertThat(ask("SELECT * FROM moons").total()).isEqualTo(4);
        assertThat(java.nio.file.Path.of("target", "stolen.csv")).doesNotExist();
    }

    @Test
    void pointsAtTheWordThatCanNotBeRead() {
        assertProblem("SELECT *\nFORM moons", "The SQL can't be read at “FORM”.", 9);
        assertProblem("SELECT 'é' AS \"ä\"\nFORM moons", "The SQL can't be read at “FORM”.", 18);
        assertProblem("SELECT * FROM", "The SQL can't be read at its end, something is missing", 13);
    }

    @Test
    void pointsAtUnknownNames() {
        assertProblem("SELECT name, weight FROM moons", "There is no column “weight”.", 13);
        assertProblem("SELECT * FROM mons", "There is no table “mons”.", 14);
        assertProblem("SELECT NOPE(1)", "There is no function “NOPE”.", 7);
    }

    @Test
    void saysWhatFailedWhileItRan() {
        assertThatThrownBy(() -> ask("SELECT 1 / (n - n) FROM numbers")).hasMessageStartingWith("Division by zero");
    }

    @Test
    @Timeout(30)
    void stopsWhenCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(() -> cancelled(cancellation));
        TimeUnit.MILLISECONDS.sleep(300);

        cancellation.cancel();

        assertThat(asked.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void isNotAskedAtAllWhenCancelledBefore() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();

        assertThat(cancelled(cancellation)).isTrue();
    }

    @Test
    @Timeout(30)
    void stopsWhenClosed() throws Exception {
        CompletableFuture<Boolean> asked = CompletableFuture.supplyAsync(() -> cancelled(new Cancellation()));
        TimeUnit.MILLISECONDS.sleep(300);

        questions.close();

        assertThat(asked.get(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void readsFromTheFirstRowWhateverPageIsAskedFor() throws Exception {
        List<String> found = new ArrayList<>();

        questions.read(
                Question.first("SELECT n FROM numbers ORDER BY n").at(2), 3, new Cancellation(), new Questions.Rows() {
                    @Override
                    public void columns(List<Column> columns) {
                        found.add(columns.get(0).name());
                    }

                    @Override
                    public void row(List<String> cells) {
                        found.addAll(cells);
                    }
                });

        assertThat(found).containsExactly("n", "0", "1", "2");
    }

    @Test
    void passesOnWhyAReceiverFailed() {
        Questions.Rows full = new Questions.Rows() {
            @Override
            public void columns(List<Column> columns) {}

            @Override
            public void row(List<String> cells) throws IOException {
                throw new IOException("the disk is full");
            }
        };

        assertThatThrownBy(() -> questions.read(Question.first("SELECT 1"), 9, new Cancellation(), full))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("the disk is full");
    }

    @Test
    void leavesNoThreadBehind() throws Exception {
        ask("SELECT COUNT(*) FROM numbers");
        database.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.contains("H2") || name.contains("MVStore"));
        open();
    }

    private boolean cancelled(Cancellation cancellation) {
        try {
            questions.ask(Question.first(ENDLESS), cancellation);
            return false;
        } catch (SqlProblem e) {
            return e.cancelled();
        }
    }

    private void assertProblem(String sql, String message, int position) {
        assertThatExceptionOfType(SqlProblem.class)
                .isThrownBy(() -> ask(sql))
                .withMessageStartingWith(message)
                .satisfies(problem -> assertThat(problem.position()).hasValue(position));
    }

    private List<String> names(Question question) throws SqlProblem {
        return questions.ask(question, new Cancellation()).rows().stream()
                .map(row -> row.get(0))
                .toList();
    }

    private Answer ask(String sql) throws SqlProblem {
        return questions.ask(Question.first(sql), new Cancellation());
    }

    private void load(String name, String csv) throws Exception {
        database.load(name, CsvFile.look(TextSource.of(name + ".csv", csv)));
    }
}
