package dev.dovetail.benchmarks;

import dev.dovetail.federation.Workbench;
import dev.dovetail.launcher.desktop.Launcher;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.stage.Window;

/** Dovetail with a chart of a real table in its window. */
final class OpenDovetail {

    private final Launcher launcher;
    private final Scene scene;

    private OpenDovetail(Launcher launcher, Scene scene) {
        this.launcher = launcher;
        this.scene = scene;
    }

    static OpenDovetail charting(Launcher launcher) throws InterruptedException {
        Scene scene = Fx.call(() -> Window.getWindows().get(0).getScene());
        workbench(launcher).show(Work.EXPLORER).toCompletableFuture().join();
        Work.chartSomething(scene);
        return new OpenDovetail(launcher, scene);
    }

    private static Workbench workbench(Launcher launcher) throws InterruptedException {
        Optional<Workbench> workbench = launcher.workbench();
        while (workbench.isEmpty()) {
            Thread.sleep(10);
            workbench = launcher.workbench();
        }
        return workbench.get();
    }

    /** Updates charts as a person would, and answers how long it took from the stored bytes to the view in place. */
    double update(String version, AppliedTimes times) throws InterruptedException {
        launcher.federation()
                .update("charts", progress -> {})
                .toCompletableFuture()
                .join();
        boolean runs = Stream.of(launcher.context().getBundles())
                .anyMatch(bundle -> "team.charts.feature".equals(bundle.getSymbolicName())
                        && bundle.getVersion().toString().equals(version));
        if (!runs) {
            throw new IllegalStateException("Expected charts " + version + " to run");
        }
        requireChart(scene, "Dovetail");
        return times.next();
    }

    /** An update that lost the chart was not one. */
    static void requireChart(Scene scene, String where) throws InterruptedException {
        if (!Fx.call(() -> Work.isCharted(scene))) {
            throw new IllegalStateException("Expected the chart to be drawn after the update in " + where);
        }
    }
}
