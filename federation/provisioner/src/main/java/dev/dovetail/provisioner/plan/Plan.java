package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The computed change. The same request, installed set, catalog and pins always lead to an equal plan. Lists of bundles
 * have providers before their users, except inside a cycle.
 *
 * @param request what was asked for
 * @param add bundles that are not installed and have to be
 * @param remove installed bundles that nobody needs any more, users first
 * @param bundles everything that is installed afterwards, without the platform
 * @param features the features afterwards
 * @param wires who gets what from whom afterwards; without the features that rest
 * @param steps what happens, in this order
 * @param restarts the installed features that don't just go on running, and why; no others are touched
 * @param losses services that installed features won't have any more
 * @param resting installed features that can't run on this platform, and are kept as they are
 * @param held features that were to be updated too and stay as they are, and why
 */
public record Plan(
        Request request,
        List<IndexedBundle> add,
        List<IndexedBundle> remove,
        List<IndexedBundle> bundles,
        Map<String, PlannedFeature> features,
        List<PlannedWire> wires,
        List<PlanStep> steps,
        List<Restart> restarts,
        List<Loss> losses,
        List<String> resting,
        Map<String, Refusal> held)
        implements Outcome {

    /** Copies everything. */
    public Plan {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
        bundles = List.copyOf(bundles);
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        wires = List.copyOf(wires);
        steps = List.copyOf(steps);
        restarts = List.copyOf(restarts);
        losses = List.copyOf(losses);
        resting = List.copyOf(resting);
        held = Collections.unmodifiableMap(new TreeMap<>(held));
    }

    /** @return the bundles to have at hand before anything is applied */
    public List<IndexedBundle> fetch() {
        return add;
    }

    /** @return how many bytes {@link #fetch()} comes to when nothing of it is stored yet */
    public long bytes() {
        return add.stream().mapToLong(IndexedBundle::size).sum();
    }

    /**
     * @param featureId what is asked for
     * @return the other installed features that don't just go on running
     */
    public List<String> restartsBeside(String featureId) {
        return restarts.stream()
                .map(Restart::featureId)
                .filter(id -> !id.equals(featureId))
                .toList();
    }

    /**
     * @param refusals features that stay as they are, and why
     * @return the same plan, which says so
     */
    Plan holding(Map<String, Refusal> refusals) {
        return new Plan(request, add, remove, bundles, features, wires, steps, restarts, losses, resting, refusals);
    }
}
