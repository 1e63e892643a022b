package team.explorer.view;

import java.time.Duration;
import java.util.Locale;
import team.explorer.query.Answer;
import team.explorer.query.Question;
import team.explorer.tables.OpenTable;

/** The short texts that are made of numbers. */
final class Texts {

    private static final long SECOND = 1000;

    private Texts() {}

    static String status(Session session) {
        if (session.running().isPresent()) {
            return "Running…";
        }
        if (session.failure().isPresent()) {
            return "The query failed";
        }
        if (session.cancelled()) {
            return "Cancelled";
        }
        return session.answer()
                .map(answer -> rows(answer.total()) + " · " + time(answer.took()))
                .orElse("");
    }

    static String shape(OpenTable table) {
        return rows(table.rows()) + " · " + count(table.columns().size(), "column");
    }

    static String rows(long rows) {
        return count(rows, "row");
    }

    static String time(Duration took) {
        long millis = took.toMillis();
        return millis < SECOND ? millis + " ms" : String.format(Locale.ROOT, "%.1f s", millis / (double) SECOND);
    }

    static String range(Answer answer) {
        long first = (long) answer.question().page() * Question.PAGE_SIZE;
        return answer.rows().isEmpty()
                ? "No rows"
                : "Rows %,d–%,d of %,d"
                        .formatted(first + 1, first + answer.rows().size(), answer.total());
    }

    private static String count(long n, String noun) {
        return String.format(Locale.ENGLISH, "%,d %s%s", n, noun, n == 1 ? "" : "s");
    }
}
