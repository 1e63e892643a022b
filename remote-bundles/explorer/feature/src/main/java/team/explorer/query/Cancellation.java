package team.explorer.query;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

/** Lets one thread take back the question that another one is asking. */
public final class Cancellation {

    private static final System.Logger LOG = System.getLogger(Cancellation.class.getName());

    private Optional<Statement> running = Optional.empty();
    private boolean cancelled;

    /** Ends the question, or keeps it from being asked. Returns at once. */
    public synchronized void cancel() {
        cancelled = true;
        running.ifPresent(Cancellation::cancel);
    }

    /** Remembers what runs, so that it can be ended. */
    synchronized <S extends Statement> S watch(S statement) throws SqlProblem {
        check();
        running = Optional.of(statement);
        return statement;
    }

    synchronized void done() {
        running = Optional.empty();
    }

    synchronized void check() throws SqlProblem {
        if (cancelled) {
            throw SqlProblem.cancelled(null);
        }
    }

    private static void cancel(Statement statement) {
        try {
            statement.cancel();
        } catch (SQLException e) {
            LOG.log(System.Logger.Level.WARNING, "A query could not be cancelled; it ends by itself", e);
        }
    }
}
