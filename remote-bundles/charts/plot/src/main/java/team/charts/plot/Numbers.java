package team.charts.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

    private record Unit(double size, String mark) {}

    private static final List<Unit> UNITS =
            List.of(new Unit(1e12, "T"), new Unit(1e9, "B"), new Unit(1e6, "M"), new Unit(1e3, "k"));

    private Numbers() {}

    /**
     * @param value a number
     * @return it with as many digits as are worth reading, and thousands apart
     */
    public static String exact(double value) {
        if (value != 0 && (Math.abs(value) >= 1e15 || Math.abs(value) < 1e-6)) {
            return String.format(Locale.ENGLISH, "%.3e", value);
        }
        BigDecimal rounded = Math.abs(value) >= 1e4
                ? BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_UP)
                : BigDecimal.valueOf(value).round(new MathContext(6));
        BigDecimal stripped = rounded.stripTrailingZeros();
        return String.format(Locale.ENGLISH, "%,." + Math.max(0, stripped.scale()) + "f", stripped);
    }

    /**
     * @param value a number
     * @return it in at most five letters, such as 12.4k
     */
    public static String brief(double value) {
        return UNITS.stream()
                .filter(unit -> Math.abs(value) >= unit.size() * 0.9995)
                .findFirst()
                .map(unit -> exact(rounded(value / unit.size())) + unit.mark())
                .orElseGet(() -> exact(rounded(value)));
    }

    /** The labels of an axis share a unit and a count of decimals, so that they can be compared at a glance. */
    static String tick(double value, double step, double largest) {
        Unit unit = UNITS.stream()
                .filter(one -> largest >= (one.size() < 1e6 ? 10 : 1) * one.size())
                .findFirst()
                .orElse(new Unit(1, ""));
        String format = "%,." + decimals(step / unit.size()) + "f";
        String text = String.format(Locale.ENGLISH, format, value / unit.size());
        return value == 0 ? "0" : text + unit.mark();
    }

    /** As many as it takes to write the step itself: 0.25 needs two of them. */
    private static int decimals(double step) {
        BigDecimal exact = BigDecimal.valueOf(step).round(new MathContext(3)).stripTrailingZeros();
        return Math.max(0, Math.min(8, exact.scale()));
    }

    static String plain(double value) {
        return BigDecimal.valueOf(value)
                .round(new MathContext(8))
                .stripTrailingZeros()
                .toPlainString();
    }

    private static double rounded(double value) {
        return BigDecimal.valueOf(value).round(new MathContext(3)).doubleValue();
    }
}
