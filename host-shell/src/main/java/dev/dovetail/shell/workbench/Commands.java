package dev.dovetail.shell.workbench;

import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.Notice;
import dev.dovetail.federation.Active;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.shell.guard.Attribution;
import dev.dovetail.shell.view.Failure;
import dev.dovetail.shell.view.FeatureContext;
import dev.dovetail.shell.view.Lease;
import dev.dovetail.shell.view.MissingServiceException;
import dev.dovetail.shell.view.Owner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Runs features' commands. The instance is kept until the feature is replaced or closed, because the command may go on
 * in the background after it returned. JavaFX application thread only.
 */
final class Commands {

    private record Run(Active feature, FeatureContext context, Lease<FeatureCommand> lease) {}

    private final List<Run> runs = new ArrayList<>();
    private final ViewOpening.Tools tools;

    Commands(ViewOpening.Tools tools) {
        this.tools = tools;
    }

    void run(FeatureStatus feature, String commandId) {
        Owner owner = new Owner(feature.id(), feature.title());
        var unused = tools.activate(feature).whenComplete((active, fault) -> {
            if (fault != null) {
                failed(owner, fault);
            } else {
                tools.running().activated(active);
                tools.background().execute(() -> take(owner, active, commandId));
            }
        });
    }

    private void take(Owner owner, Active active, String commandId) {
        try {
            Active current = tools.running().of(active.featureId()).orElse(active);
            Lease<FeatureCommand> lease = tools.services().command(current, commandId);
            tools.ui().execute(() -> run(owner, current, lease));
        } catch (MissingServiceException | RuntimeException | LinkageError e) {
            failed(owner, e);
        }
    }

    private void run(Owner owner, Active feature, Lease<FeatureCommand> lease) {
        Attribution who = Attribution.of(feature, owner.title());
        Run run = new Run(feature, context(who), lease);
        runs.add(run);
        @Nullable Attribution before = tools.surroundings().calls().enter(who);
        try {
            lease.value().run(run.context());
        } catch (Throwable fault) {
            failed(owner, fault);
        } finally {
            tools.surroundings().calls().leave(before);
        }
    }

    private FeatureContext context(Attribution who) {
        return new FeatureContext(
                who, tools.surroundings(), tools.surroundings().background(who.feature()));
    }

    private void failed(Owner owner, Throwable fault) {
        tools.surroundings().toast(owner, Notice.error(owner.title() + ": " + Failure.advice(fault)));
    }

    /**
     * Ends what belongs to one version of a feature.
     *
     * @param feature the version, or empty for all
     * @return what is to be given back elsewhere
     */
    List<Lease<?>> end(Optional<Active> feature) {
        List<Run> ended = runs.stream()
                .filter(run -> feature.isEmpty()
                        || feature.get().bundleId() == run.feature().bundleId())
                .toList();
        runs.removeAll(ended);
        ended.forEach(run -> {
            run.context().close();
            run.context().release();
        });
        return ended.stream().<Lease<?>>map(Run::lease).toList();
    }
}
