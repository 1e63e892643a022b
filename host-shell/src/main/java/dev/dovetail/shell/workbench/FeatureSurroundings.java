package dev.dovetail.shell.workbench;

import dev.dovetail.api.Memento;
import dev.dovetail.api.Notice;
import dev.dovetail.api.Values;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.Desktop;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Route;
import dev.dovetail.shell.threads.FeaturePools;
import dev.dovetail.shell.toasts.Toast;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.Inside;
import dev.dovetail.shell.view.Nesting;
import dev.dovetail.shell.view.Owner;
import dev.dovetail.shell.view.Surroundings;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What the window does for features, from any thread. */
final class FeatureSurroundings implements Surroundings {

    private static final System.Logger LOG = System.getLogger(FeatureSurroundings.class.getName());

    private final Doors doors;
    private final Consumer<Toast> toasts;
    private final Desktop desktop;
    private final FeaturePools pools;
    private final BiConsumer<String, Throwable> onFault;
    private final Executor ui;

    /**
     * @param doors opens and embeds views
     * @param toasts shows a toast, there too
     * @param desktop knows the directories
     * @param pools the features' threads
     * @param onFault told of the feature's id and what it threw
     * @param ui the JavaFX application thread
     */
    FeatureSurroundings(
            Doors doors,
            Consumer<Toast> toasts,
            Desktop desktop,
            FeaturePools pools,
            BiConsumer<String, Throwable> onFault,
            Executor ui) {
        this.doors = doors;
        this.toasts = toasts;
        this.desktop = desktop;
        this.pools = pools;
        this.onFault = onFault;
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
    public Executor background(Active feature) {
        return pools.of(feature);
    }

    @Override
    public void report(Owner owner, Throwable fault) {
        LOG.log(Level.ERROR, "The feature " + owner.featureId() + " threw", fault);
        onFault.accept(owner.featureId(), fault);
        toast(owner, Notice.error(owner.title() + " had a problem: " + Failure.sentence(fault)));
    }
}
