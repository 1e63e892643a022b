package team.charts.board;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Group;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import team.charts.api.ChartRequest.Kind;
import team.charts.plot.Frame;
import team.charts.plot.Framing;
import team.charts.plot.Hover;
import team.charts.plot.Plot;
import team.charts.plot.Spot;

/**
 * A chart of a plot, made of a few shapes that style sheets colour. It draws itself anew when its size or what it shows
 * changes, and has neither animations nor windows of its own.
 */
public final class PlotPane extends Region {

    private final List<Layer> layers;
    private final Group drawn = new Group();
    private final Group pointed = new Group();
    private final Tip tip = new Tip();
    private final Text probe = new Text();
    private Plot plot = Plot.NONE;
    private Set<String> hidden = Set.of();
    private Optional<Frame> frame = Optional.empty();
    private boolean aged;

    /** @param layers what is drawn, the lowest first */
    public PlotPane(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        setId("charts-chart");
        getStyleClass().add("plot");
        setMinSize(120, 120);
        probe.getStyleClass().add("plot-tick");
        probe.setVisible(false);
        for (Group group : List.of(drawn, pointed)) {
            group.setManaged(false);
            group.setMouseTransparent(true);
        }
        probe.setManaged(false);
        getChildren().addAll(drawn, pointed, tip, probe);
        clip();
        widthProperty().addListener(change -> age());
        heightProperty().addListener(change -> age());
        sceneProperty().addListener(change -> age());
        setOnMouseMoved(this::point);
        setOnMouseExited(event -> unpoint());
    }

    /**
     * @param what what is drawn
     * @param without the names of series that aren't shown
     */
    public void show(Plot what, Set<String> without) {
        if (plot != what || !hidden.equals(without)) {
            plot = what;
            hidden = Set.copyOf(without);
            age();
        }
    }

    /** Width, height and plot change together as a rule: it is drawn once for all of them, with the next layout. */
    private void age() {
        aged = true;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (aged) {
            aged = false;
            redraw();
        }
    }

    private void clip() {
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(widthProperty());
        edge.heightProperty().bind(heightProperty());
        setClip(edge);
    }

    /** Styles the new shapes at once: after a layout pass nobody would before they are seen. */
    private void redraw() {
        unpoint();
        drawn.getChildren().clear();
        if (getScene() == null || getWidth() < 1 || getHeight() < 1 || plot.isEmpty()) {
            frame = Optional.empty();
            return;
        }
        probe.applyCss();
        Frame now = Framing.frame(plot, hidden, getWidth(), getHeight(), this::widthOf);
        frame = Optional.of(now);
        layers.forEach(layer -> layer.draw(now, drawn.getChildren()::add));
        drawn.applyCss();
    }

    private double widthOf(String label) {
        probe.setText(label);
        return probe.getLayoutBounds().getWidth();
    }

    private void point(MouseEvent event) {
        frame.flatMap(now -> Hover.at(now, event.getX(), event.getY())).ifPresentOrElse(this::point, this::unpoint);
    }

    private void point(Spot spot) {
        pointed.getChildren().clear();
        frame.filter(now -> now.plot().kind() != Kind.SCATTER).ifPresent(now -> {
            double crisp = Math.round(spot.x()) + 0.5;
            Line guide = new Line(crisp, now.top(), crisp, now.bottom());
            guide.getStyleClass().add("plot-guide");
            pointed.getChildren().add(guide);
        });
        if (plot.kind() != Kind.BAR) {
            spot.values().forEach(value -> pointed.getChildren().add(ring(spot.x(), value)));
        }
        tip.show(spot, getWidth(), getHeight());
    }

    private static Circle ring(double x, Spot.Value value) {
        Circle ring = new Circle(x, value.at(), 5.5);
        ring.getStyleClass().addAll("plot-ring", "series-" + value.series());
        return ring;
    }

    private void unpoint() {
        pointed.getChildren().clear();
        tip.setVisible(false);
    }
}
