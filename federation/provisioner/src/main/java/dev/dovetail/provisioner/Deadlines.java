package dev.dovetail.provisioner;

import dev.dovetail.federation.Deadline;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;

/** Says until when features must have moved on from what is installed. Pure. */
public final class Deadlines {

    private Deadlines() {}

    /**
     * @param lockfile what is installed
     * @param catalog what is on offer
     * @return by feature, until when a newer version must be in; features that may stay as they are are left out
     */
    public static Map<String, Deadline> of(Lockfile lockfile, Catalog catalog) {
        Map<String, Deadline> all = new TreeMap<>();
        for (LockedFeature feature : lockfile.features()) {
            of(feature, lockfile, catalog).ifPresent(deadline -> all.put(feature.id(), deadline));
        }
        return all;
    }

    /**
     * The earliest of all releases that are newer: a release that came after one that must be in will do, and changes
     * nothing about when.
     */
    static Optional<Deadline> of(LockedFeature feature, Lockfile lockfile, Catalog catalog) {
        List<FeatureDescription> offers = catalog.versions(feature.id());
        if (offers.isEmpty()) {
            return Optional.empty();
        }
        Version installed = Version.parseVersion(feature.version());
        String symbolicName = lockfile.bundle(feature.bundle()).symbolicName();
        return offers.stream()
                .filter(offer -> offer.bundle().bsn().equals(symbolicName))
                .filter(offer -> offer.bundle().version().compareTo(installed) > 0)
                .flatMap(offer -> deadline(offer).stream())
                .min(Comparator.comparing(Deadline::by));
    }

    private static Optional<Deadline> deadline(FeatureDescription offer) {
        IndexedBundle bundle = offer.bundle();
        return offer.mandate()
                .map(mandate -> new Deadline(bundle.version().toString(), mandate.by(), mandate.because()));
    }
}
