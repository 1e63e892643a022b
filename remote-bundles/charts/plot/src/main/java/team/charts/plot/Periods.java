package team.charts.plot;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;

/** Lengths of time that dates are gathered in when there are too many of them for a bar each. */
enum Periods {
    DAY("day", "d MMM yyyy"),
    MONTH("month", "MMM yyyy"),
    QUARTER("quarter", "'Q'q yyyy"),
    YEAR("year", "yyyy"),
    DECADE("decade", "yyyy's'");

    private static final int MOST_BARS = 31;

    private final String noun;
    private final DateTimeFormatter format;

    Periods(String noun, String pattern) {
        this.noun = noun;
        this.format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }

    /** The shortest in which these days make few enough bars; days that each begin a month stand for their months. */
    static Periods forDays(Collection<Long> days) {
        for (Periods period : values()) {
            if (period.bars(days) <= MOST_BARS && !(period == DAY && areStarts(days))) {
                return period;
            }
        }
        return DECADE;
    }

    private static boolean areStarts(Collection<Long> days) {
        return days.size() > 1 && days.stream().allMatch(day -> MONTH.start(day) == day);
    }

    private long bars(Collection<Long> days) {
        return days.stream().mapToLong(this::start).distinct().count();
    }

    String noun() {
        return noun;
    }

    long start(long day) {
        LocalDate date = LocalDate.ofEpochDay(day);
        return switch (this) {
            case DAY -> day;
            case MONTH -> date.withDayOfMonth(1).toEpochDay();
            case QUARTER ->
                date.withDayOfMonth(1)
                        .minusMonths((date.getMonthValue() - 1) % 3)
                        .toEpochDay();
            case YEAR -> date.withDayOfYear(1).toEpochDay();
            case DECADE -> date.withDayOfYear(1).minusYears(date.getYear() % 10).toEpochDay();
        };
    }

    String label(long start) {
        return format.format(LocalDate.ofEpochDay(start));
    }
}
