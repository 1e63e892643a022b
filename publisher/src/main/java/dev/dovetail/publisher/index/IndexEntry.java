package dev.dovetail.publisher.index;

import dev.dovetail.provisioner.catalog.Clause;
import dev.dovetail.provisioner.catalog.FeatureReading;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.IndexedCapability;
import dev.dovetail.provisioner.catalog.IndexedRequirement;
import dev.dovetail.provisioner.catalog.Mandate;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.Version;

/**
 * One bundle of an index.
 *
 * @param bsn its symbolic name
 * @param version its version
 * @param sha256 the jar's digest
 * @param size the jar's length
 * @param capabilities what it provides, without its content
 * @param requirements what it requires
 */
public record IndexEntry(
        String bsn, Version version, String sha256, long size, List<Clause> capabilities, List<Clause> requirements) {

    /** Copies the lists. */
    public IndexEntry {
        capabilities = List.copyOf(capabilities);
        requirements = List.copyOf(requirements);
    }

    static IndexEntry of(IndexedBundle bundle) {
        return new IndexEntry(
                bundle.bsn(),
                bundle.version(),
                bundle.sha256(),
                bundle.size(),
                bundle.capabilities().stream().map(IndexedCapability::clause).toList(),
                bundle.requirements().stream().map(IndexedRequirement::clause).toList());
    }

    /** @return whether it is a feature's bundle */
    public boolean isFeature() {
        return capabilities.stream().anyMatch(clause -> clause.namespace().equals(FeatureReading.FEATURE));
    }

    /**
     * @param mandate what is said of when it must be in
     * @return the same entry, which says so
     */
    public IndexEntry with(Mandate mandate) {
        List<Clause> all = new ArrayList<>(capabilities);
        all.removeIf(clause -> clause.namespace().equals(Mandate.NAMESPACE));
        all.add(mandate.clause());
        return new IndexEntry(bsn, version, sha256, size, all, requirements);
    }

    /** @return the target path of its jar: the same for the same name and version, whatever its bytes */
    public String path() {
        return "bundles/" + bsn + "/" + bsn + "-" + version + ".jar";
    }
}
