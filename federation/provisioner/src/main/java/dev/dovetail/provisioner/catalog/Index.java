package dev.dovetail.provisioner.catalog;

import java.net.URI;
import java.util.List;

/**
 * What one repository offers.
 *
 * @param url the repository
 * @param bundles what can be used, by name, version and digest
 * @param refused what cannot, and why
 */
public record Index(URI url, List<IndexedBundle> bundles, List<RefusedEntry> refused) {

    /** Copies the lists. */
    public Index {
        bundles = List.copyOf(bundles);
        refused = List.copyOf(refused);
    }
}
