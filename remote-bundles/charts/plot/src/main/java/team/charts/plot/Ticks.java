package team.charts.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** Round numbers along an axis. */
final class Ticks {

    private Ticks() {}

    /** A step of 1, 2, 2.5 or 5 times a power of ten that makes about so many parts of a span. */
    static double step(double span, int parts) {
        double rough = span / Math.max(1, parts);
        if (!(rough > 0) || Double.isInfinite(rough)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        return DoubleStream.of(1, 2, 2.5, 5, 10)
                .map(factor -> factor * power)
                .filter(step -> step >= rough * 0.999)
                .findFirst()
                .orElse(10 * power);
    }

    static List<Double> between(double low, double high, double step) {
        List<Double> ticks = new ArrayList<>();
        long from = (long) Math.ceil(low / step - 1e-9);
        long to = (long) Math.floor(high / step + 1e-9);
        for (long i = from; i <= to && ticks.size() < 200; i++) {
            ticks.add(i * step);
        }
        return ticks;
    }
}
