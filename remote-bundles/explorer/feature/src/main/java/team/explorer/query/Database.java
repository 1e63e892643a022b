package team.explorer.query;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.h2.jdbcx.JdbcDataSource;
import team.explorer.api.Column;
import team.explorer.csv.CsvColumn;
import team.explorer.csv.CsvFile;

/**
 * A database in memory that nobody else can reach: its name is random, because two versions of this bundle share one
 * H2 while an update is under way. What people type is run by a user who may only read, so that no question can touch
 * files or change a table. Safe for use by many threads, but loads one file at a time.
 */
public final class Database implements AutoCloseable {

    /** Words that are keywords to H2 and the names of columns to everybody else. */
    private static final String NAMES = ";NON_KEYWORDS=" + String.join(",", Identifiers.COLUMN_NAMES);

    private static final String OWNER = "owner";
    private static final String READER = "reader";
    private static final int BATCH = 500;
    private static final int WIDEST_NUMBER = 100;
    private static final int LONG_DIGITS = 18;

    private final String url = "jdbc:h2:mem:explorer-" + UUID.randomUUID();
    private final Connection owner;

    /**
     * Opens an empty database.
     *
     * @throws SQLException when H2 refuses
     */
    public Database() throws SQLException {
        owner = source(url
                        + ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
                        + ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000")
                .getConnection(OWNER, "");
        execute("CREATE USER " + READER + " PASSWORD ''");
        execute("GRANT SELECT ON SCHEMA PUBLIC TO " + READER);
    }

    /**
     * Makes a table of a file, replacing the one of that name.
     *
     * @param table its name
     * @param file a file whose shape is known
     * @throws IOException when the file can't be read; there is no such table then
     * @throws SQLException when H2 refuses; likewise
     */
    public synchronized void load(String table, CsvFile file) throws IOException, SQLException {
        drop(table);
        execute(file.shape().columns().stream()
                .map(column -> Identifiers.quoted(column.column().name()) + " " + type(column))
                .collect(Collectors.joining(", ", "CREATE TABLE " + Identifiers.quoted(table) + " (", ")")));
        try {
            insert(table, file);
        } catch (IOException | SQLException | RuntimeException e) {
            drop(table);
            throw e;
        }
    }

    /**
     * @param table the name of a table; nothing happens when there is none
     * @throws SQLException when H2 refuses
     */
    public synchronized void drop(String table) throws SQLException {
        execute("DROP TABLE IF EXISTS " + Identifiers.quoted(table));
    }

    /** @return a connection that may read all tables and nothing else; the caller closes it */
    Connection reader() throws SQLException {
        return source(url + ";IFEXISTS=TRUE" + NAMES).getConnection(READER, "");
    }

    /** Ends the database at once, whoever is still reading. */
    @Override
    public void close() throws SQLException {
        try (owner) {
            execute("SHUTDOWN IMMEDIATELY");
        }
    }

    private void insert(String table, CsvFile file) throws IOException, SQLException {
        List<CsvColumn> columns = file.shape().columns();
        String marks = columns.stream().map(column -> "?").collect(Collectors.joining(", "));
        try (PreparedStatement insert =
                owner.prepareStatement("INSERT INTO " + Identifiers.quoted(table) + " VALUES (" + marks + ")")) {
            int[] waiting = {0};
            file.rows(cells -> {
                add(insert, columns, cells, file.source().fileName());
                waiting[0]++;
                if (waiting[0] % BATCH == 0) {
                    flush(insert);
                }
                return true;
            });
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, List<CsvColumn> columns, List<String> cells, String file)
            throws IOException {
        try {
            for (int i = 0; i < cells.size(); i++) {
                insert.setObject(i + 1, value(columns.get(i).column().kind(), cells.get(i)));
            }
            insert.addBatch();
        } catch (SQLException | RuntimeException e) {
            throw new IOException(file + " changed while it was read. Open it again.", e);
        }
    }

    private static void flush(PreparedStatement insert) throws IOException {
        try {
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IOException("The rows can't be kept: " + e.getMessage(), e);
        }
    }

    /** An empty cell is a missing value, whatever the column holds. */
    private static Object value(Column.Kind kind, String cell) {
        String text = cell.strip();
        if (text.isEmpty()) {
            return null;
        }
        return switch (kind) {
            case TEXT -> cell;
            case NUMBER -> new BigDecimal(text);
            case DATE -> LocalDate.parse(text);
        };
    }

    /** Exact where it can be: whole numbers and decimals as they are written, and only extremes as floating point. */
    private static String type(CsvColumn column) {
        int width = column.digits() + column.decimals();
        return switch (column.column().kind()) {
            case TEXT -> "VARCHAR";
            case DATE -> "DATE";
            case NUMBER ->
                column.decimals() == 0 && width <= LONG_DIGITS
                        ? "BIGINT"
                        : width <= WIDEST_NUMBER
                                ? "NUMERIC(" + width + ", " + column.decimals() + ")"
                                : "DOUBLE PRECISION";
        };
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Asked directly: the driver's own registry depends on class loaders that a bundle doesn't have. */
    private static JdbcDataSource source(String url) {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url);
        return source;
    }
}
