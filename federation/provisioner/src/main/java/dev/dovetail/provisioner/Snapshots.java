package dev.dovetail.provisioner;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.State;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.framework.Version;

/** Puts what is installed and what is on offer together for whoever looks at it. Pure. */
public final class Snapshots {

    private Snapshots() {}

    /**
     * @param lockfile what is installed
     * @param known what is on offer
     * @return both, features by title
     */
    public static Snapshot of(Lockfile lockfile, Known known) {
        List<FeatureStatus> features = new ArrayList<>();
        for (LockedFeature feature : lockfile.features()) {
            features.add(installed(feature, lockfile.bundle(feature.bundle()).symbolicName(), known));
        }
        for (FeatureDescription offer : known.catalog().features()) {
            if (lockfile.feature(offer.id()).isEmpty()) {
                features.add(available(offer));
            }
        }
        features.sort(Comparator.comparing(FeatureStatus::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(FeatureStatus::id));
        return new Snapshot(
                lockfile.generation(), lockfile.bundles().size(), List.copyOf(features), known.repositories());
    }

    /** Another bundle under the same feature's id is another team's, and no update; nor is what a pin keeps out. */
    private static FeatureStatus installed(LockedFeature feature, String symbolicName, Known known) {
        Version version = Version.parseVersion(feature.version());
        State state = known.catalog().versions(feature.id()).stream()
                .filter(offer -> offer.bundle().bsn().equals(symbolicName))
                .filter(offer -> offer.bundle().version().compareTo(version) > 0)
                .filter(offer -> known.pins().admit(feature.id(), offer.bundle().version()))
                .findFirst()
                .<State>map(offer -> new Updatable(
                        feature.version(), offer.bundle().version().toString()))
                .orElseGet(() -> new Installed(feature.version()));
        return new FeatureStatus(
                feature.id(),
                feature.title(),
                feature.description(),
                feature.icon(),
                feature.vendor(),
                feature.repository(),
                state,
                feature.contributions());
    }

    private static FeatureStatus available(FeatureDescription offer) {
        return new FeatureStatus(
                offer.id(),
                offer.title(),
                offer.description(),
                offer.icon(),
                offer.vendor(),
                offer.bundle().repository(),
                new Available(offer.bundle().version().toString()),
                offer.contributions());
    }
}
