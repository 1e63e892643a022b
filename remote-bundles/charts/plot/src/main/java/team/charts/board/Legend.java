package team.charts.board;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.layout.FlowPane;
import team.charts.plot.Plot;
import team.charts.plot.Series;

/** The names of the series in their colours; pressing one hides its series or shows it again. */
public final class Legend extends FlowPane {

    private static final PseudoClass OFF = PseudoClass.getPseudoClass("off");

    private final Consumer<String> toggle;
    private List<String> names = List.of();

    Legend(Consumer<String> toggle) {
        this.toggle = toggle;
        setId("charts-legend");
        getStyleClass().add("charts-legend");
    }

    void show(Plot plot, Set<String> hidden) {
        List<String> now = plot.series().stream().map(Series::name).toList();
        if (!now.equals(names)) {
            names = now;
            getChildren()
                    .setAll(IntStream.range(0, now.size()).mapToObj(this::entry).toList());
        }
        for (int i = 0; i < names.size(); i++) {
            getChildren().get(i).pseudoClassStateChanged(OFF, hidden.contains(names.get(i)));
        }
    }

    private Button entry(int series) {
        String name = names.get(series);
        Button entry = new Button(name, Tip.swatch(series));
        entry.setMnemonicParsing(false);
        entry.getStyleClass().addAll("flat", "small", "charts-legend-entry");
        entry.setAccessibleText("Show or hide " + name);
        entry.setOnAction(event -> toggle.accept(name));
        return entry;
    }
}
