package team.charts.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import team.charts.api.ChartRequest.Kind;

/** Lays a plot out: rounds the axes, and labels them as densely as the labels' widths allow. */
public final class Framing {

    private static final double GAP = 10;
    private static final double TOP = 16;
    private static final double RIGHT = 16;
    private static final double FOOT = 28;
    private static final double Y_TICK = 52;
    private static final double X_TICK = 96;
    private static final double LEAST_LABEL = 44;

    private final Plot plot;
    private final List<Integer> shown;
    private final double width;
    private final double height;
    private final ToDoubleFunction<String> measure;

    private Framing(Plot plot, Set<String> hidden, double width, double height, ToDoubleFunction<String> measure) {
        this.plot = plot;
        this.shown = IntStream.range(0, plot.series().size())
                .filter(i -> !hidden.contains(plot.series().get(i).name()))
                .boxed()
                .toList();
        this.width = Math.max(width, 80);
        this.height = Math.max(height, 80);
        this.measure = measure;
    }

    /**
     * @param plot what is drawn
     * @param hidden the names of series that aren't shown
     * @param width the width of the plane
     * @param height its height
     * @param measure the width of a label
     * @return the places
     */
    public static Frame frame(
            Plot plot, Set<String> hidden, double width, double height, ToDoubleFunction<String> measure) {
        return new Framing(plot, hidden, width, height, measure).frame();
    }

    private Frame frame() {
        double bottom = height - FOOT;
        Scale y = upright(bottom);
        List<Tick> yTicks = yTicks(y);
        double left = Math.ceil(yTicks.stream()
                        .mapToDouble(tick -> measure.applyAsDouble(tick.label()))
                        .max()
                        .orElse(0))
                + GAP * 1.4;
        double right = width - RIGHT;
        Scale x = across(left, right);
        return new Frame(plot, shown, left, TOP, right, bottom, x, y, xTicks(x), yTicks);
    }

    private Scale upright(double bottom) {
        double low = values().min().orElse(0);
        double high = values().max().orElse(1);
        boolean fromZero = plot.kind() == Kind.BAR || (low > 0 && low < high * 0.6) || (high < 0 && high > low * 0.6);
        double[] range = apart(fromZero ? Math.min(0, low) : low, fromZero ? Math.max(0, high) : high);
        double from = range[0];
        double to = range[1];
        double step = Ticks.step(to - from, parts(bottom));
        double floor = Math.floor(from / step + 1e-9) * step;
        double ceiling = Math.ceil(to / step - 1e-9) * step;
        return new Scale(floor, ceiling > floor ? ceiling : floor + step, bottom, TOP);
    }

    private int parts(double bottom) {
        return (int) Math.max(2, (bottom - TOP) / Y_TICK);
    }

    private List<Tick> yTicks(Scale y) {
        double step = Ticks.step(y.high() - y.low(), parts(y.from()));
        double largest = Math.max(Math.abs(y.low()), Math.abs(y.high()));
        return Ticks.between(y.low(), y.high(), step).stream()
                .map(value -> new Tick(y.at(value), Numbers.tick(value, step, largest)))
                .toList();
    }

    private Scale across(double left, double right) {
        if (plot.axis() instanceof XAxis.Categories categories) {
            return new Scale(-0.5, Math.max(1, categories.labels().size()) - 0.5, left, right);
        }
        double[] range = apart(positions().min().orElse(0), positions().max().orElse(1));
        if (plot.axis() instanceof XAxis.Dates || plot.kind() == Kind.LINE) {
            return new Scale(range[0], range[1], left + GAP, right - GAP);
        }
        double step = Ticks.step(range[1] - range[0], xParts(left, right));
        double floor = Math.floor(range[0] / step + 1e-9) * step;
        return new Scale(floor, Math.max(Math.ceil(range[1] / step - 1e-9) * step, floor + step), left, right);
    }

    private int xParts(double left, double right) {
        return (int) Math.max(2, (right - left) / X_TICK);
    }

    private List<Tick> xTicks(Scale x) {
        if (plot.axis() instanceof XAxis.Categories categories) {
            return categories(x, categories.labels());
        }
        int most = xParts(x.from(), x.to());
        if (plot.axis() instanceof XAxis.Dates) {
            return Days.ticks(x, most);
        }
        double step = Ticks.step(x.high() - x.low(), most);
        double largest = Math.max(Math.abs(x.low()), Math.abs(x.high()));
        boolean years = step >= 1 && x.low() >= 1900 && x.high() <= 2100;
        return Ticks.between(x.low(), x.high(), step).stream()
                .map(value -> new Tick(x.at(value), years ? Numbers.plain(value) : Numbers.tick(value, step, largest)))
                .toList();
    }

    /** All labels where they fit, shortened ones where that is enough, and else every second, third … of them. */
    private List<Tick> categories(Scale x, List<String> labels) {
        double band = x.at(1) - x.at(0);
        double widest = labels.stream().mapToDouble(measure).max().orElse(0);
        double least = widest + GAP <= band ? widest : Math.min(widest, Math.max(LEAST_LABEL, band - GAP));
        int every = (int) Math.max(1, Math.ceil((least + GAP) / band));
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i += every) {
            ticks.add(new Tick(x.at(i), shortened(labels.get(i), band * every - GAP)));
        }
        return ticks;
    }

    private String shortened(String label, double room) {
        String cut = label;
        while (cut.length() > 1 && measure.applyAsDouble(cut.equals(label) ? label : cut + "…") > room) {
            cut = cut.substring(0, cut.length() - 1);
        }
        return cut.equals(label) ? label : cut.strip() + "…";
    }

    private DoubleStream values() {
        List<Integer> measured = shown.isEmpty()
                ? IntStream.range(0, plot.series().size()).boxed().toList()
                : shown;
        return measured.stream()
                .flatMapToDouble(i -> plot.series().get(i).points().stream().mapToDouble(Point::y));
    }

    /** Of hidden series, too: the axis stays where it is when one is hidden. */
    private DoubleStream positions() {
        return plot.series().stream()
                .flatMapToDouble(series -> series.points().stream().mapToDouble(Point::x));
    }

    /** A scale needs room, even when there is one value only. */
    private static double[] apart(double low, double high) {
        double room = high > low ? 0 : Math.max(Math.abs(low) / 2, 0.5);
        return new double[] {low - room, high + room};
    }
}
