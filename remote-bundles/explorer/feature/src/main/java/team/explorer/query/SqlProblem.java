package team.explorer.query;

import java.util.OptionalInt;

/** A question that can't be answered. The message is for the person who asked. */
public final class SqlProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final int position;
    private final boolean cancelled;

    SqlProblem(String message, OptionalInt position, boolean cancelled, Throwable cause) {
        super(message, cause);
        this.position = position.orElse(-1);
        this.cancelled = cancelled;
    }

    static SqlProblem at(int position, String message) {
        return new SqlProblem(message, OptionalInt.of(position), false, null);
    }

    static SqlProblem cancelled(Throwable cause) {
        return new SqlProblem("Cancelled.", OptionalInt.empty(), true, cause);
    }

    /**
     * @param cause why there is nobody to ask
     * @return a problem with that cause's message
     */
    public static SqlProblem unavailable(Exception cause) {
        return new SqlProblem(cause.getMessage(), OptionalInt.empty(), false, cause);
    }

    /** @return where in the statement, counted in characters from zero, if that is known */
    public OptionalInt position() {
        return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
    }

    /** @return whether nothing is wrong with the question, somebody only took it back */
    public boolean cancelled() {
        return cancelled;
    }
}
