package team.explorer.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import team.explorer.api.Column;
import team.explorer.api.Table;
import team.explorer.api.TableInfo;
import team.explorer.api.TableSource;
import team.explorer.csv.CsvExport;
import team.explorer.csv.CsvFile;
import team.explorer.csv.CsvSource;
import team.explorer.query.Answer;
import team.explorer.query.Cancellation;
import team.explorer.query.Identifiers;
import team.explorer.query.Question;
import team.explorer.query.Questions;
import team.explorer.query.SqlProblem;

/**
 * The open tables and the last answer. Outlives the views, so that a chart of a table stays when the Explorer's tab is
 * closed; with the bundle it ends, and nothing of the database is left. Immediate, because a component that is made on
 * demand would be dropped with its last user, and the tables with it. Any thread; loads one file at a time.
 */
@Component(
        service = {TableSource.class, Workspace.class},
        immediate = true)
public final class Workspace implements TableSource, AutoCloseable {

    /** The id of the last answer, as a table. */
    public static final String RESULT = "result";

    private static final System.Logger LOG = System.getLogger(Workspace.class.getName());

    private final Clock clock;
    private final List<Runnable> followers = new CopyOnWriteArrayList<>();
    private volatile List<OpenTable> open = List.of();
    private volatile Optional<Answer> result = Optional.empty();
    private Optional<Engine> engine = Optional.empty();
    private boolean closed;

    /** Starts without any table. */
    @Activate
    public Workspace() {
        this(Clock.systemUTC());
    }

    Workspace(Clock clock) {
        this.clock = clock;
    }

    /**
     * Opens a file, or reads it again when it is open. Takes a while.
     *
     * @param source the file
     * @return the table
     * @throws IOException with a message for people when it can't be; what was open stays so
     */
    public OpenTable open(CsvSource source) throws IOException {
        CsvFile file = CsvFile.look(source);
        OpenTable table = load(source, file);
        announce();
        return table;
    }

    private synchronized OpenTable load(CsvSource source, CsvFile file) throws IOException {
        Optional<OpenTable> before = find(source.id());
        String name = before.map(OpenTable::name)
                .orElseGet(() -> Identifiers.tableName(
                        source.baseName(), open.stream().map(OpenTable::name).toList()));
        try {
            engine().database().load(name, file);
        } catch (SQLException e) {
            throw new IOException(source.fileName() + " can't be made a table: " + e.getMessage(), e);
        }
        OpenTable table = new OpenTable(name, file);
        open = before.isPresent()
                ? open.stream()
                        .map(old -> old.id().equals(source.id()) ? table : old)
                        .toList()
                : Stream.concat(open.stream(), Stream.of(table)).toList();
        return table;
    }

    /**
     * Lets go of a table. The file stays as it is.
     *
     * @param id a table's id; nothing happens when it isn't open
     * @throws IOException when the database refuses
     */
    public void close(String id) throws IOException {
        synchronized (this) {
            Optional<OpenTable> table = find(id);
            if (table.isEmpty()) {
                return;
            }
            try {
                engine().database().drop(table.get().name());
            } catch (SQLException e) {
                throw new IOException(table.get().name() + " can't be closed: " + e.getMessage(), e);
            }
            open = open.stream().filter(other -> !other.id().equals(id)).toList();
        }
        announce();
    }

    /** @return the open tables, in the order in which they were opened */
    public List<OpenTable> openTables() {
        return open;
    }

    /**
     * Answers a question, which becomes the table {@link #RESULT} for other features.
     *
     * @param question what to ask
     * @param cancellation takes it back
     * @return one page
     * @throws SqlProblem when it can't be answered, or was taken back
     */
    public Answer ask(Question question, Cancellation cancellation) throws SqlProblem {
        Answer answer = questions().ask(question, cancellation);
        result = Optional.of(answer);
        announce();
        return answer;
    }

    /**
     * Writes all pages of an answer to a CSV file, which is either written as a whole or not at all.
     *
     * @param question what to ask
     * @param target the file, replaced if it is there
     * @param cancellation takes it back
     * @throws SqlProblem when it can't be answered, or was taken back
     * @throws IOException when the file can't be written
     */
    public void export(Question question, Path target, Cancellation cancellation) throws SqlProblem, IOException {
        CsvExport.<SqlProblem>write(
                target, sink -> questions().read(question, Long.MAX_VALUE, cancellation, new Questions.Rows() {
                    @Override
                    public void columns(List<Column> columns) throws IOException {
                        sink.row(columns.stream().map(Column::name).toList());
                    }

                    @Override
                    public void row(List<String> cells) throws IOException {
                        sink.row(cells);
                    }
                }));
    }

    @Override
    public List<TableInfo> tables() {
        return Stream.concat(result.map(Workspace::info).stream(), open.stream().map(OpenTable::info))
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * <p>A table's id says where its file is, so a file that isn't open is read too: a chart comes back after a restart
     * without the Explorer being opened first.
     */
    @Override
    public Table read(String tableId, int maxRows) throws IOException {
        if (tableId.equals(RESULT)) {
            return readResult(maxRows);
        }
        Optional<OpenTable> table = find(tableId);
        if (table.isPresent()) {
            return table.get().file().table(table.get().name(), maxRows);
        }
        CsvSource source = source(tableId)
                .orElseThrow(() -> new IOException(
                        "There is no table “" + tableId + "” any more. Open it in the Explorer again."));
        return CsvFile.look(source).table(source.baseName(), maxRows);
    }

    private Table readResult(int maxRows) throws IOException {
        Answer last = result.orElseThrow(() -> new IOException("There is no result yet. Run a query in the Explorer."));
        List<Column> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        try {
            questions().read(last.question(), maxRows, new Cancellation(), new Questions.Rows() {
                @Override
                public void columns(List<Column> found) {
                    columns.addAll(found);
                }

                @Override
                public void row(List<String> cells) {
                    rows.add(cells);
                }
            });
        } catch (SqlProblem e) {
            throw new IOException("The last result can't be read again: " + e.getMessage(), e);
        }
        return new Table(info(last), columns, rows);
    }

    @Override
    public Following follow(Runnable onChange) {
        Runnable follower = onChange::run;
        followers.add(follower);
        return () -> followers.remove(follower);
    }

    /** Takes back what is being asked and ends the database. */
    @Override
    @Deactivate
    public void close() {
        Optional<Engine> last;
        synchronized (this) {
            closed = true;
            last = engine;
            engine = Optional.empty();
            open = List.of();
            result = Optional.empty();
        }
        followers.clear();
        last.ifPresent(Engine::close);
    }

    /**
     * @param id the id of a source
     * @return the source, if the id is of a known form
     */
    public static Optional<CsvSource> source(String id) {
        return Sample.of(id).or(() -> FileSource.of(id));
    }

    private Optional<OpenTable> find(String id) {
        return open.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    private static TableInfo info(Answer answer) {
        return new TableInfo(RESULT, "Result", answer.total());
    }

    private Questions questions() throws SqlProblem {
        try {
            return engine().questions();
        } catch (IOException e) {
            throw SqlProblem.unavailable(e);
        }
    }

    /** Started by its first user: most people who start the shell don't open the Explorer. */
    private synchronized Engine engine() throws IOException {
        if (closed) {
            throw new IOException("The Explorer was stopped. Open it again.");
        }
        if (engine.isEmpty()) {
            engine = Optional.of(Engine.start(clock));
        }
        return engine.get();
    }

    private void announce() {
        for (Runnable follower : followers) {
            try {
                follower.run();
            } catch (RuntimeException e) {
                LOG.log(System.Logger.Level.WARNING, "Somebody who follows the tables failed", e);
            }
        }
    }
}
