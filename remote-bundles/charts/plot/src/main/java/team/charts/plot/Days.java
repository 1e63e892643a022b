package team.charts.plot;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Dates along an axis, and in words. */
final class Days {

    private static final List<Double> HOURS = List.of(1 / 24.0, 3 / 24.0, 6 / 24.0, 12 / 24.0);
    private static final List<Integer> DAYS = List.of(1, 2, 7, 14);
    private static final List<Integer> MONTHS = List.of(1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200);
    private static final double DAYS_PER_MONTH = 30.44;

    private Days() {}

    static List<Tick> ticks(Scale scale, int most) {
        double span = scale.high() - scale.low();
        for (double step : HOURS) {
            if (span / step <= most) {
                return every(scale, step, step < 0.5 ? "HH:mm" : "d MMM HH:mm");
            }
        }
        for (int step : DAYS) {
            if (span / step <= most) {
                return every(scale, step, "d MMM");
            }
        }
        for (int months : MONTHS) {
            if (span / (months * DAYS_PER_MONTH) <= most) {
                return months(scale, months);
            }
        }
        return months(scale, 12_000);
    }

    static String exact(double days) {
        boolean whole = days == Math.floor(days);
        return format(days, whole ? "d MMM yyyy" : "d MMM yyyy, HH:mm");
    }

    private static List<Tick> every(Scale scale, double step, String pattern) {
        return Ticks.between(scale.low(), scale.high(), step).stream()
                .map(day -> new Tick(scale.at(day), format(day, pattern)))
                .toList();
    }

    private static List<Tick> months(Scale scale, int months) {
        LocalDate first = LocalDate.ofEpochDay((long) Math.floor(scale.low()));
        long count = first.getYear() * 12L + first.getMonthValue() - 1;
        List<Tick> ticks = new ArrayList<>();
        for (long at = Math.floorDiv(count, months) * months; ; at += months) {
            LocalDate date = LocalDate.of((int) Math.floorDiv(at, 12L), (int) Math.floorMod(at, 12L) + 1, 1);
            if (date.toEpochDay() > scale.high()) {
                return ticks;
            }
            if (date.toEpochDay() >= scale.low()) {
                ticks.add(
                        new Tick(scale.at(date.toEpochDay()), months % 12 == 0 ? date.getYear() + "" : monthly(date)));
            }
        }
    }

    private static String monthly(LocalDate date) {
        return format(date.toEpochDay(), date.getMonthValue() == 1 ? "MMM yyyy" : "MMM");
    }

    private static String format(double days, String pattern) {
        long day = (long) Math.floor(days);
        LocalDateTime time = LocalDate.ofEpochDay(day).atStartOfDay().plusSeconds(Math.round((days - day) * 86_400));
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(time);
    }
}
