package team.explorer.query;

import java.util.Objects;
import java.util.Optional;

/**
 * What is asked: a query, and which part of its answer.
 *
 * @param sql one statement, without a semicolon at its end
 * @param page the page of the answer, from zero
 * @param sort the order, if it isn't the query's own
 */
public record Question(String sql, int page, Optional<Sort> sort) {

    /** How many rows a page has. */
    public static final int PAGE_SIZE = 200;

    /** Checks that the page is possible. */
    public Question {
        Objects.requireNonNull(sql, "sql");
        Objects.requireNonNull(sort, "sort");
        if (page < 0) {
            throw new IllegalArgumentException("Expected a page from zero on, found: " + page);
        }
    }

    /**
     * @param sql one statement
     * @return a question for the first page in the query's own order
     */
    public static Question first(String sql) {
        return new Question(sql, 0, Optional.empty());
    }

    /**
     * @param other the page wanted
     * @return the same question for that page
     */
    public Question at(int other) {
        return new Question(sql, other, sort);
    }

    /**
     * @param other the order wanted
     * @return the same question in that order, from the first page on
     */
    public Question by(Optional<Sort> other) {
        return new Question(sql, 0, other);
    }
}
