package dev.dovetail.demo;

import static dev.dovetail.demo.StoryException.require;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.launcher.desktop.Launcher;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import org.osgi.framework.Bundle;

/** From an empty home to a chart that was updated while it was open. */
final class OnlineAct {

    static final String QUERY = "SELECT year, co2_ppm FROM co2 WHERE year >= 1980";
    private static final String CHARTS = "team.charts.feature";

    private final Setting setting;
    private final Launcher launcher;
    private final Hand hand;
    private final Teller teller;

    OnlineAct(Setting setting, Launcher launcher, Hand hand, Teller teller) {
        this.setting = setting;
        this.launcher = launcher;
        this.hand = hand;
        this.teller = teller;
    }

    void play() throws IOException, InterruptedException {
        teller.tell("The rail shows what two teams offer; nothing is downloaded yet.", this::railBeforeDownload);
        teller.picture("01-rail-before-any-download");
        teller.tell("Explorer is opened: downloaded with the database it needs, started, shown.", this::openExplorer);
        teller.picture("02-explorer-opened");
        teller.tell("A query runs over real data.", this::query);
        teller.picture("03-explorer-query");
        teller.tell("\"Chart this\" downloads Charts, and nothing that is already there.", this::chart);
        teller.picture("04-chart");
        teller.tell("The charts team publishes 1.1.0; the running window offers it.", this::publish);
        teller.picture("05-update-offered");
        teller.tell("Charts is updated while it is open; its state is kept, Explorer is untouched.", this::update);
        teller.picture("06-chart-updated-live");
        teller.tell("Light turns to dark.", this::turnDark);
        teller.picture("07-dark");
    }

    private void railBeforeDownload() throws IOException, InterruptedException {
        hand.await("#rail-explorer-tables", Node.class);
        hand.await("#rail-charts-board", Node.class);
        require(storedJars().isEmpty(), "an empty store, found " + storedJars());
        require(bundles("team.").isEmpty(), "no feature in the framework, found " + bundles("team."));
    }

    private void openExplorer() throws InterruptedException {
        hand.press("#rail-explorer-tables");
        hand.await("#explorer-sql", TextInputControl.class);
        require(state("explorer") instanceof FeatureStatus.Installed, "explorer to be installed");
        require(bundles("com.h2database").size() == 1, "the database among the bundles");
        require(bundles(CHARTS).isEmpty(), "no charts yet");
    }

    private void query() throws InterruptedException {
        hand.press("#explorer-sample-co2");
        TextInputControl sql = hand.await("#explorer-sql", TextInputControl.class);
        hand.await("#explorer-result", TableView.class, OnlineAct::hasRows);
        hand.onFx(() -> {
            sql.setText(QUERY);
            return sql;
        });
        hand.press("#explorer-run");
        hand.await("#explorer-status", Label.class, label -> label.getText().contains("44 rows"));
        hand.await("#explorer-result", TableView.class, OnlineAct::hasRows);
    }

    private static boolean hasRows(TableView<?> table) {
        return !table.getItems().isEmpty();
    }

    private void chart() throws IOException, InterruptedException {
        List<Path> before = storedJars();
        hand.press("#explorer-chart");
        hand.await("#charts-chart", Node.class);
        hand.await("#charts-version", Label.class, label -> label.getText().contains("1.0.0"));
        require(storedJars().size() == before.size() + 1, "exactly one more bundle in the store");
    }

    private void publish() throws IOException, InterruptedException {
        new Site(setting.site()).publish(setting.release());
        launcher.federation().check().toCompletableFuture().join();
        require(state("charts") instanceof FeatureStatus.Updatable, "an update of charts on offer");
        hand.press("#rail-features");
        hand.await("#feature-charts-update", Node.class);
    }

    private void update() throws InterruptedException {
        Node explorer = hand.await("#explorer-sql", Node.class);
        long explorerBundle = bundles("team.explorer.feature").get(0).getBundleId();
        String title = hand.await("#charts-title", TextInputControl.class).getText();
        hand.press("#feature-charts-update");
        hand.await("#charts-version", Label.class, label -> label.getText().contains("1.1.0"));
        awaitRetirement();
        hand.press("#rail-charts-board");
        hand.await("#charts-chart", Node.class);
        String kept = hand.await("#charts-title", TextInputControl.class).getText();
        require(kept.equals(title), "the chart's title to be kept: " + title + ", found " + kept);
        require(hand.await("#explorer-sql", Node.class).equals(explorer), "the same explorer view as before");
        require(
                bundles("team.explorer.feature").get(0).getBundleId() == explorerBundle,
                "the same explorer bundle as before");
    }

    private void turnDark() throws InterruptedException {
        hand.press("#theme-toggle");
        hand.awaitThat(
                "the dark theme", () -> Application.getUserAgentStylesheet().contains("dark"));
    }

    private void awaitRetirement() throws InterruptedException {
        for (int i = 0; i < 500 && bundles(CHARTS).size() > 1; i++) {
            Thread.sleep(10);
        }
        require(bundles(CHARTS).size() == 1, "the old charts to leave the framework");
    }

    private FeatureStatus.State state(String feature) {
        Snapshot snapshot = launcher.federation().snapshot();
        return snapshot.feature(feature)
                .orElseThrow(() -> new StoryException("Expected the feature " + feature))
                .state();
    }

    private List<Bundle> bundles(String prefix) {
        return Arrays.stream(launcher.context().getBundles())
                .filter(bundle -> bundle.getSymbolicName().startsWith(prefix))
                .toList();
    }

    private List<Path> storedJars() throws IOException {
        Path store = setting.home().resolve("store");
        if (!Files.isDirectory(store)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }
}
