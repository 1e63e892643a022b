package team.explorer.view;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The answer: how much and how long, what to do with it, the rows, the pages. */
final class ResultPane extends VBox {

    private static final double STALE = 0.5;

    private final ResultTable table;
    private final Pager pager;
    private final Label status = Parts.label("", "explorer-status");
    private final ProgressBar progress = new ProgressBar(0);
    private final Button chart;
    private final Button export;
    private final VBox empty = new VBox(6);
    private final Label hint = Parts.label("", "explorer-strong");
    private final Label more = Parts.label("", "explorer-meta");

    ResultPane(Wishes wishes) {
        table = new ResultTable(wishes::ask);
        pager = new Pager(wishes);
        status.setId("explorer-status");
        chart = Parts.button("explorer-chart", "Chart this", Icon.CHART, wishes::chart, "small", "explorer-quiet");
        export = Parts.button("explorer-export", "Export CSV…", Icon.EXPORT, wishes::export, "small", "explorer-quiet");
        HBox bar = new HBox(8, status, Parts.space(), chart, export);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().addAll("explorer-bar", "explorer-result-bar");
        progress.getStyleClass().add("explorer-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        empty.getChildren().addAll(Icon.TABLE.node(28), hint, more);
        empty.setAlignment(Pos.CENTER);
        empty.getStyleClass().add("explorer-empty");
        table.node().setPlaceholder(Parts.label("No rows", "explorer-meta"));
        StackPane rows = new StackPane(table.node(), empty);
        StackPane.setAlignment(progress, Pos.TOP_CENTER);
        rows.getChildren().add(progress);
        VBox.setVgrow(rows, Priority.ALWAYS);
        getChildren().addAll(bar, rows, pager);
        getStyleClass().add("explorer-results");
        setMinHeight(140);
    }

    ResultTable table() {
        return table;
    }

    /** While a question runs the rows stay, and so does the arrow in the heading that was clicked. */
    void show(Session session, boolean chartable) {
        boolean answered = session.answer().isPresent();
        boolean running = session.running().isPresent();
        status.setText(Texts.status(session));
        progress.setProgress(running ? ProgressBar.INDETERMINATE_PROGRESS : 0);
        progress.setVisible(running);
        chart.setDisable(!chartable);
        chart.setTooltip(new Tooltip(
                chartable ? "Draw this result on the chart board" : "A chart needs a result with a column of numbers"));
        export.setDisable(!answered);
        Parts.visible(pager, answered);
        empty.setVisible(!answered);
        table.node().setVisible(answered);
        table.node().setOpacity(session.failure().isPresent() ? STALE : 1);
        hint.setText(running ? "Running…" : "No result yet");
        more.setText(running ? "" : "Click a table on the left, or type a query and press Ctrl+Enter.");
        session.answer().filter(answer -> !running).ifPresent(answer -> {
            table.show(answer);
            pager.show(answer);
        });
    }

    /** Ends what moves. */
    void stop() {
        progress.setProgress(0);
    }
}
