package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The computed change. The same request, installed set and catalog always lead to an equal plan. Lists of bundles have
 * providers before their users, except inside a cycle.
 *
 * @param request what was asked for
 * @param add bundles that are not installed and have to be
 * @param remove installed bundles that nobody needs any more, users first
 * @param bundles everything that is installed afterwards, without the platform
 * @param features the features afterwards
 * @param wires who gets what from whom afterwards
 */
public record Plan(
        Request request,
        List<IndexedBundle> add,
        List<IndexedBundle> remove,
        List<IndexedBundle> bundles,
        Map<String, PlannedFeature> features,
        List<PlannedWire> wires)
        implements Outcome {

    /** Copies everything. */
    public Plan {
        add = List.copyOf(add);
        remove = List.copyOf(remove);
        bundles = List.copyOf(bundles);
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        wires = List.copyOf(wires);
    }

    /** @return the bundles to have at hand before anything is applied */
    public List<IndexedBundle> fetch() {
        return add;
    }

    /** @return how many bytes {@link #fetch()} comes to when nothing of it is stored yet */
    public long bytes() {
        return add.stream().mapToLong(IndexedBundle::size).sum();
    }
}
