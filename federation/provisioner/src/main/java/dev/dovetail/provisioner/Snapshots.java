package dev.dovetail.provisioner;

import dev.dovetail.federation.Deadline;
import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.FeatureStatus.Available;
import dev.dovetail.federation.FeatureStatus.HeldBack;
import dev.dovetail.federation.FeatureStatus.Installed;
import dev.dovetail.federation.FeatureStatus.State;
import dev.dovetail.federation.FeatureStatus.Updatable;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.plan.Pins;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/** Puts what is installed and what is on offer together for whoever looks at it. Pure. */
public final class Snapshots {

    private Snapshots() {}

    /**
     * @param lockfile what is installed
     * @param known what is on offer
     * @param failed versions that are not offered again
     * @return both, features by title
     */
    public static Snapshot of(Lockfile lockfile, Known known, List<FailedVersion> failed) {
        Catalog offered = known.catalog()
                .without(failed.stream().map(FailedVersion::bundle).collect(Collectors.toSet()));
        Map<String, String> symbolicNames = lockfile.bundles().stream()
                .collect(Collectors.toMap(bundle -> bundle.content().sha256(), LockedBundle::symbolicName));
        List<FeatureStatus> features = new ArrayList<>();
        Set<String> installed = new HashSet<>();
        for (LockedFeature feature : lockfile.features()) {
            installed.add(feature.id());
            String symbolicName = symbolicNames.getOrDefault(feature.bundle(), "");
            Optional<Deadline> deadline = Deadlines.of(feature, lockfile, offered);
            State state = pinned(feature, deadline, offered, known.pins())
                    .or(() -> newer(feature, symbolicName, offered, known.pins())
                            .map(offer -> new Updatable(
                                    feature.version(), offer.bundle().version().toString(), deadline)))
                    .or(() -> newer(feature, symbolicName, known.catalog(), known.pins())
                            .flatMap(offer ->
                                    heldBack(feature, offer, failed, Deadlines.of(feature, lockfile, known.catalog()))))
                    .orElseGet(() -> new Installed(feature.version()));
            features.add(installed(feature, state));
        }
        for (FeatureDescription offer : offered.features()) {
            if (!installed.contains(offer.id())) {
                features.add(available(offer));
            }
        }
        features.sort(Comparator.comparing(FeatureStatus::title, String.CASE_INSENSITIVE_ORDER)
                .thenComparing(FeatureStatus::id));
        return new Snapshot(
                lockfile.generation(), lockfile.bundles().size(), List.copyOf(features), known.repositories());
    }

    /** Another bundle under the same feature's id is another team's, and no update; nor is what a pin keeps out. */
    private static Optional<FeatureDescription> newer(
            LockedFeature feature, String symbolicName, Catalog catalog, Pins pins) {
        List<FeatureDescription> versions = catalog.versions(feature.id());
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        Version version = Version.parseVersion(feature.version());
        return versions.stream()
                .filter(offer -> offer.bundle().bsn().equals(symbolicName))
                .filter(offer -> offer.bundle().version().compareTo(version) > 0)
                .filter(offer -> pins.admit(feature.id(), offer.bundle().version()))
                .findFirst();
    }

    /** A person's pin is their will, also against a publisher's: but they are told what they hold off. */
    private static Optional<State> pinned(
            LockedFeature feature, Optional<Deadline> deadline, Catalog offered, Pins pins) {
        return deadline.filter(due -> offered.versions(feature.id()).stream()
                        .map(offer -> offer.bundle().version())
                        .filter(version -> version.compareTo(Version.parseVersion(due.version())) >= 0)
                        .noneMatch(version -> pins.admit(feature.id(), version)))
                .map(due -> new HeldBack(
                        feature.version(),
                        due.version(),
                        feature.title() + " is pinned to "
                                + pins.of(feature.id()).map(Object::toString).orElse("")
                                + ". To let it come: dovetail unpin " + feature.id(),
                        deadline));
    }

    private static Optional<State> heldBack(
            LockedFeature feature, FeatureDescription offer, List<FailedVersion> failed, Optional<Deadline> deadline) {
        return failed.stream()
                .filter(version -> version.bundle().equals(offer.bundle().sha256()))
                .findFirst()
                .map(version -> new HeldBack(feature.version(), version.version(), version.reason(), deadline));
    }

    private static FeatureStatus installed(LockedFeature feature, State state) {
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
