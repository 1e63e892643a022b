package team.explorer.query;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import team.explorer.api.Column;

/**
 * Answers questions, a page at a time: the database skips and stops, so that only one page of an answer is in our
 * hands. Any thread, any number at once; each question has a connection of its own.
 */
public final class Questions implements AutoCloseable {

    /** Receives an answer row by row. */
    public interface Rows {
        /**
         * @param columns the columns, before any row
         * @throws IOException ends the reading
         */
        void columns(List<Column> columns) throws IOException;

        /**
         * @param cells one row
         * @throws IOException ends the reading
         */
        void row(List<String> cells) throws IOException;
    }

    private static final Pattern FIRST_WORD = Pattern.compile("(?s)(?:\\s|\\(|--[^\\n]*\\n|/\\*.*?\\*/)*(\\w+).*");
    private static final Set<String> PAGED = Set.of("SELECT", "WITH", "VALUES", "TABLE");

    private final Database database;
    private final Clock clock;
    private final Set<Cancellation> running = ConcurrentHashMap.newKeySet();

    /**
     * @param database where the tables are
     * @param clock tells how long questions take
     */
    public Questions(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param question what to ask
     * @param cancellation takes it back
     * @return the page asked for; the last one when there are fewer
     * @throws SqlProblem when it can't be answered, or was taken back
     */
    public Answer ask(Question question, Cancellation cancellation) throws SqlProblem {
        Instant start = clock.instant();
        return using(question.sql(), cancellation, connection -> {
            List<Column> columns = columns(connection, question.sql());
            List<List<String>> rows = page(connection, question, columns, cancellation);
            if (rows.isEmpty() && question.page() > 0) {
                return ask(question.at(lastPage(connection, question, columns, cancellation)), cancellation);
            }
            long total = rows.size() <= Question.PAGE_SIZE
                    ? (long) question.page() * Question.PAGE_SIZE + rows.size()
                    : count(connection, question, columns, cancellation);
            return new Answer(
                    question,
                    columns,
                    rows.subList(0, Math.min(rows.size(), Question.PAGE_SIZE)),
                    total,
                    Duration.between(start, clock.instant()));
        });
    }

    /**
     * Reads an answer from its first row on, whatever page the question asks for.
     *
     * @param question what to ask
     * @param maxRows how many rows at most
     * @param cancellation takes it back
     * @param rows receives the columns and rows
     * @throws SqlProblem when it can't be answered, or was taken back
     * @throws IOException when the receiver fails
     */
    public void read(Question question, long maxRows, Cancellation cancellation, Rows rows)
            throws SqlProblem, IOException {
        try {
            using(question.sql(), cancellation, connection -> {
                List<Column> columns = columns(connection, question.sql());
                deliver(() -> rows.columns(columns));
                String sql = part(question, columns);
                try (PreparedStatement select = connection.prepareStatement(sql)) {
                    bind(select, sql, 0, maxRows);
                    ResultSet found = cancellation.watch(select).executeQuery();
                    for (long n = 0; n < maxRows && found.next(); n++) {
                        cancellation.check();
                        List<String> row = Cells.row(found, columns);
                        deliver(() -> rows.row(row));
                    }
                }
                return true;
            });
        } catch (Undelivered e) {
            throw e.cause;
        }
    }

    /** Takes back everything that is being asked. */
    @Override
    public void close() {
        running.forEach(Cancellation::cancel);
    }

    private <T> T using(String sql, Cancellation cancellation, Work<T> work) throws SqlProblem {
        running.add(cancellation);
        try (Connection connection = database.reader()) {
            cancellation.check();
            return work.with(connection);
        } catch (SQLException e) {
            throw SqlErrors.problem(e, sql);
        } finally {
            cancellation.done();
            running.remove(cancellation);
        }
    }

    /** The statement as it was typed is prepared first: what is wrong with it is wrong at a position in it. */
    private static List<Column> columns(Connection connection, String sql) throws SQLException, SqlProblem {
        try (PreparedStatement typed = connection.prepareStatement(sql)) {
            ResultSetMetaData data = typed.getMetaData();
            if (data == null) {
                throw new SqlProblem(
                        "This isn't a question. Begin with SELECT, WITH or VALUES; your files are never changed.",
                        OptionalInt.of(0),
                        false,
                        null);
            }
            List<Column> columns = new ArrayList<>();
            for (int i = 1; i <= data.getColumnCount(); i++) {
                columns.add(new Column(data.getColumnLabel(i), Cells.kind(data.getColumnType(i))));
            }
            return columns;
        }
    }

    private List<List<String>> page(Connection c, Question question, List<Column> columns, Cancellation cancellation)
            throws SQLException, SqlProblem {
        String sql = part(question, columns);
        try (PreparedStatement select = c.prepareStatement(sql)) {
            bind(select, sql, (long) question.page() * Question.PAGE_SIZE, Question.PAGE_SIZE + 1L);
            ResultSet found = cancellation.watch(select).executeQuery();
            List<List<String>> rows = new ArrayList<>();
            while (found.next()) {
                rows.add(Cells.row(found, columns));
            }
            return rows;
        }
    }

    private int lastPage(Connection c, Question question, List<Column> columns, Cancellation cancellation)
            throws SQLException, SqlProblem {
        long total = paged(question.sql()) ? count(c, question, columns, cancellation) : 0;
        return (int) (Math.max(0, total - 1) / Question.PAGE_SIZE);
    }

    private long count(Connection c, Question question, List<Column> columns, Cancellation cancellation)
            throws SQLException, SqlProblem {
        if (!paged(question.sql())) {
            return Question.PAGE_SIZE;
        }
        try (PreparedStatement count = c.prepareStatement("SELECT COUNT(*) FROM " + derived(question, columns))) {
            ResultSet found = cancellation.watch(count).executeQuery();
            found.next();
            return found.getLong(1);
        }
    }

    /** What can't stand inside another query, such as EXPLAIN, is run as it is; its answers are short. */
    private static String part(Question question, List<Column> columns) {
        if (!paged(question.sql())) {
            return question.sql();
        }
        String order = question.sort()
                .filter(sort -> sort.column() < columns.size())
                .map(sort -> " ORDER BY c" + sort.column() + (sort.descending() ? " DESC" : "") + " NULLS LAST")
                .orElse("");
        return "SELECT * FROM " + derived(question, columns) + order + " OFFSET ? ROWS FETCH NEXT ? ROWS ONLY";
    }

    /** The columns get names of our own, because a query may name two columns alike. */
    private static String derived(Question question, List<Column> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(i -> "c" + i)
                .collect(Collectors.joining(", ", "(\n" + question.sql() + "\n) AS answer(", ")"));
    }

    private static void bind(PreparedStatement select, String sql, long offset, long rows) throws SQLException {
        if (sql.endsWith(" OFFSET ? ROWS FETCH NEXT ? ROWS ONLY")) {
            select.setLong(1, offset);
            select.setLong(2, rows);
        }
    }

    private static boolean paged(String sql) {
        Matcher word = FIRST_WORD.matcher(sql);
        return word.matches() && PAGED.contains(word.group(1).toUpperCase(Locale.ROOT));
    }

    private static void deliver(Delivery delivery) {
        try {
            delivery.run();
        } catch (IOException e) {
            throw new Undelivered(e);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(Connection connection) throws SQLException, SqlProblem;
    }

    @FunctionalInterface
    private interface Delivery {
        void run() throws IOException;
    }

    /** Carries a receiver's failure past the database. */
    private static final class Undelivered extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final transient IOException cause;

        Undelivered(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
