package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.List;

/**
 * A feature that is there once a plan is carried out.
 *
 * @param id the feature
 * @param bundle its feature bundle
 * @param closure every bundle that must be installed before it can be started, providers first, itself included
 */
public record PlannedFeature(String id, IndexedBundle bundle, List<IndexedBundle> closure) {

    /** Copies the list. */
    public PlannedFeature {
        closure = List.copyOf(closure);
    }
}
