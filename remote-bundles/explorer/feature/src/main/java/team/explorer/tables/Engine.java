package team.explorer.tables;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import team.explorer.query.Database;
import team.explorer.query.Questions;

/**
 * The database and those who ask it.
 *
 * @param database where the tables are
 * @param questions answers questions about them
 */
record Engine(Database database, Questions questions) {

    private static final System.Logger LOG = System.getLogger(Engine.class.getName());

    static Engine start(Clock clock) throws IOException {
        try {
            Database database = new Database();
            return new Engine(database, new Questions(database, clock));
        } catch (SQLException e) {
            throw new IOException("The database for the tables can't be started: " + e.getMessage(), e);
        }
    }

    void close() {
        questions.close();
        try {
            database.close();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "The database of the tables didn't end cleanly", e);
        }
    }
}
