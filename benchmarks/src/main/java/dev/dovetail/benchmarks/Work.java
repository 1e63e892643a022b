package dev.dovetail.benchmarks;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableView;

/** What a person does before an update is felt: opens a table of real data and charts it. */
final class Work {

    static final String EXPLORER = "explorer.tables";
    static final String CHARTS = "charts.board";

    private Work() {}

    /** Explorer is open in the scene. */
    static void chartSomething(Scene scene) throws InterruptedException {
        Fx.press(scene, "#explorer-sample-co2");
        Fx.await(scene, "#explorer-result", TableView.class, table -> !table.getItems()
                .isEmpty());
        Fx.press(scene, "#explorer-chart");
        Fx.await(scene, "#charts-chart", Node.class, chart -> true);
    }

    /** Whether the chart is drawn, not only its frame. */
    static boolean isCharted(Scene scene) {
        return Fx.find(scene, "#charts-chart", Node.class).isPresent();
    }
}
