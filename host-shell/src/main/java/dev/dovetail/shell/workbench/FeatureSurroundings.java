package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.Desktop;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Route;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.guard.Calls;
import dev.dovetail.shell.guard.FaultSink;
import dev.dovetail.shell.guard.Kind;
import dev.dovetail.shell.threads.DaemonPool;
import dev.dovetail.shell.threads.FeaturePools;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.Surroundings;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the window does for features, from any thread. */
final class FeatureSurroundings implements Surroundings {

    private final Doors doors;
    private final Consumer<Toast> toasts;
    private final Desktop desktop;
    private final FeaturePools pools;
    private final FaultSink faults;
    private final Calls calls;
    private final Executor ui;

    /**
     * @param doors opens and embeds views
     * @param toasts shows a toast, there too
     * @param desktop knows the directories
     * @param pools the features' threads
     * @param faults takes what features throw
     * @param calls says whose code runs
     * @param ui the JavaFX application thread
     */
    FeatureSurroundings(
            Doors doors,
            Consumer<Toast> toasts,
            Desktop desktop,
            FeaturePools pools,
            FaultSink faults,
            Calls calls,
            Executor ui) {
        this.doors = doors;
        this.toasts = toasts;
        this.desktop = desktop;
        this.pools = pools;
        this.faults = faults;
        this.calls = calls;
        this.ui = ui;
    }

    @Override
    public CompletionStage<Void> show(String viewId, Memento parameters) {
        return shown(() -> doors.show(viewId, parameters, Values.EMPTY));
    }

    @Override
    public CompletionStage<Void> navigate(String text) {
        return shown(() -> {
            try {
                Route route = Route.parse(text);
                return doors.show(doors.at(route).id(), Memento.EMPTY, values(route));
            } catch (FederationException e) {
                return CompletableFuture.failedStage(e);
            }
        });
    }

    private static Values values(Route route) throws FederationException {
        Map<String, Object> values = new HashMap<>();
        route.parameters().forEach((name, all) -> values.put(name, all.size() == 1 ? all.get(0) : all));
        try {
            return Values.of(values);
        } catch (IllegalArgumentException e) {
            throw new FederationException("DT-ROUTE-001", String.valueOf(e.getMessage()), "", e);
        }
    }

    private CompletionStage<Void> shown(Supplier<CompletionStage<Void>> opening) {
        CompletableFuture<Void> shown = new CompletableFuture<>();
        ui.execute(() -> {
            var unused = opening.get().whenComplete((done, fault) -> {
                if (fault == null) {
                    shown.complete(null);
                } else {
                    shown.completeExceptionally(Failure.root(fault));
                }
            });
        });
        return shown.minimalCompletionStage();
    }

    @Override
    public Inside inside(Owner owner, Nesting nesting) {
        return doors.inside(owner, nesting);
    }

    @Override
    public void toast(Owner owner, Notice notice) {
        ui.execute(() -> toasts.accept(new Toast(notice, List.of())));
    }

    @Override
    public Path dataDirectory(Owner owner) {
        return desktop.dataDirectory(owner.featureId());
    }

    @Override
    public DaemonPool background(Active feature) {
        return pools.of(feature);
    }

    @Override
    public void report(Attribution who, Kind kind, Throwable fault) {
        faults.report(who, kind, fault);
    }

    @Override
    public Calls calls() {
        return calls;
    }
}
