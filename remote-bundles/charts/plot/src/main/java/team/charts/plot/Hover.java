package team.charts.plot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import team.charts.api.ChartRequest.Kind;

/** Finds what the pointer means: of dots the nearest one, of bars and lines all values at the nearest x. */
public final class Hover {

    private static final double REACH = 28;

    private record Mark(int series, Point point, double x, double y) {}

    private final Frame frame;

    private Hover(Frame frame) {
        this.frame = frame;
    }

    /**
     * @param frame what is drawn
     * @param x the pointer, in pixels
     * @param y the pointer, in pixels
     * @return what is there, if anything
     */
    public static Optional<Spot> at(Frame frame, double x, double y) {
        if (x < frame.left() || x > frame.right() || y < frame.top() || y > frame.bottom()) {
            return Optional.empty();
        }
        Hover hover = new Hover(frame);
        return frame.plot().kind() == Kind.SCATTER ? hover.dot(x, y) : hover.slice(x);
    }

    private Optional<Spot> dot(double x, double y) {
        return marks().stream()
                .filter(mark -> Math.hypot(mark.x() - x, mark.y() - y) <= REACH)
                .min(Comparator.comparingDouble(mark -> Math.hypot(mark.x() - x, mark.y() - y)))
                .map(mark -> spot(mark.x(), List.of(mark)));
    }

    private Optional<Spot> slice(double x) {
        double value = frame.x().value(x);
        List<Mark> marks = marks();
        return marks.stream()
                .min(Comparator.comparingDouble(mark -> Math.abs(mark.point().x() - value)))
                .map(nearest -> spot(
                        frame.x().at(nearest.point().x()),
                        marks.stream()
                                .filter(mark ->
                                        mark.point().x() == nearest.point().x())
                                .toList()));
    }

    private Spot spot(double x, List<Mark> marks) {
        List<Spot.Value> values = marks.stream()
                .map(mark -> new Spot.Value(
                        mark.series(),
                        frame.plot().series().get(mark.series()).name(),
                        Numbers.exact(mark.point().y()),
                        mark.y()))
                .toList();
        double top = marks.stream().mapToDouble(Mark::y).min().orElse(frame.top());
        return new Spot(x, top, frame.heading(marks.get(0).point().x()), values);
    }

    private List<Mark> marks() {
        List<Mark> marks = new ArrayList<>();
        for (int series : frame.shown()) {
            for (Point point : frame.plot().series().get(series).points()) {
                marks.add(new Mark(
                        series, point, frame.across(series, point), frame.y().at(point.y())));
            }
        }
        return marks;
    }
}
