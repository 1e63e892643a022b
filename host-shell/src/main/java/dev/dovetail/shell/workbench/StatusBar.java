package dev.dovetail.shell.workbench;

import dev.dovetail.federation.Snapshot;
import dev.dovetail.shell.requests.ProgressText;
import dev.dovetail.shell.requests.Request;
import dev.dovetail.shell.requests.Requests;
import dev.dovetail.shell.theme.Theme;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The line at the bottom: repositories, what is installed, what is under way, theme and memory. */
final class StatusBar extends HBox {

    private static final long MEGA = 1_000_000;

    private final Region dot = new Region();
    private final Label connection = label("status-connection");
    private final Label unsigned = label("status-unsigned");
    private final Label safe = label("status-safe");
    private final Label counts = label("status-counts");
    private final Label work = label("status-work");
    // Made when there is work for the first time.
    private Optional<ProgressBar> bar = Optional.empty();
    private final Label theme = label("status-theme");
    private final Label heap = label("status-heap");
    private final Requests requests;

    StatusBar(Requests requests) {
        this.requests = requests;
        setId("status-bar");
        getStyleClass().add("status-bar");
        setAlignment(Pos.CENTER_LEFT);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox health = new HBox(dot, connection);
        health.getStyleClass().add("status-health");
        health.setAlignment(Pos.CENTER_LEFT);
        unsigned.setText("Unsigned repository");
        unsigned.getStyleClass().addAll("chip", "unsigned");
        safe.setText("Safe mode");
        safe.getStyleClass().addAll("chip", "unsigned");
        getChildren().addAll(health, safe, unsigned, counts, work, space, heap, theme);
        requests.listen(this::showWork);
        showWork();
        showHeap();
    }

    private static Label label(String id) {
        Label label = new Label();
        label.setId(id);
        label.getStyleClass().add("status-text");
        return label;
    }

    void show(Snapshot snapshot) {
        StatusText text = StatusText.of(snapshot);
        dot.getStyleClass().setAll("dot", text.health().name().toLowerCase(Locale.ROOT));
        connection.setText(text.connection());
        counts.setText(text.counts());
        boolean believesAnything = snapshot.repositories().stream().anyMatch(repository -> !repository.signed());
        unsigned.setVisible(believesAnything);
        unsigned.setManaged(believesAnything);
        safe.setVisible(snapshot.condition().safe());
        safe.setManaged(snapshot.condition().safe());
    }

    void show(Theme now) {
        theme.setText(now.title());
    }

    private void showWork() {
        List<Request> running = requests.running();
        Optional<Request> newest = running.isEmpty() ? Optional.empty() : Optional.of(running.get(running.size() - 1));
        work.setText(newest.map(ProgressText::headline).orElse("")
                + (running.size() > 1 ? " +" + (running.size() - 1) : ""));
        newest.ifPresent(this::showProgress);
        bar.ifPresent(shown -> shown.setVisible(newest.isPresent()));
    }

    private void showProgress(Request request) {
        if (bar.isEmpty()) {
            ProgressBar made = new ProgressBar(-1);
            made.getStyleClass().add("thin-bar");
            getChildren().add(getChildren().indexOf(work) + 1, made);
            bar = Optional.of(made);
        }
        bar.get().setProgress(ProgressText.fraction(request));
    }

    void showHeap() {
        Runtime runtime = Runtime.getRuntime();
        heap.setText("Heap " + (runtime.totalMemory() - runtime.freeMemory()) / MEGA + " MB");
    }
}
