package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.catalog.FeatureReading;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexWriter;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.PlannedFeature;
import dev.dovetail.provisioner.store.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The installed bundles, between the lockfile (what runs) and an index (what the planner reasons about).
 */
final class InstalledBundles {

    private InstalledBundles() {}

    /** What the plan doesn't know the wires of, features that rest, keeps what was recorded. */
    static Lockfile lockfile(long generation, Plan plan, Lockfile before) {
        return new Lockfile(
                generation,
                plan.bundles().stream().map(InstalledBundles::locked).toList(),
                plan.features().values().stream().map(InstalledBundles::locked).toList(),
                RecordedWires.of(plan, before));
    }

    private static LockedBundle locked(IndexedBundle bundle) {
        return new LockedBundle(
                bundle.bsn(),
                bundle.version().toString(),
                new Content(bundle.sha256(), bundle.size()),
                bundle.url(),
                bundle.repository());
    }

    private static LockedFeature locked(PlannedFeature planned) {
        FeatureDescription feature = describe(planned);
        return new LockedFeature(
                planned.id(),
                planned.bundle().version().toString(),
                feature.title(),
                feature.description(),
                feature.icon(),
                feature.vendor(),
                feature.exclusive(),
                planned.bundle().repository(),
                planned.bundle().sha256(),
                planned.closure().stream().map(IndexedBundle::sha256).toList(),
                feature.contributions());
    }

    private static FeatureDescription describe(PlannedFeature planned) {
        if (FeatureReading.of(planned.bundle()) instanceof FeatureReading.Described described) {
            return described.feature();
        }
        throw new IllegalStateException("Expected a plan to hold described features only, found " + planned);
    }

    static byte[] index(List<IndexedBundle> bundles) {
        ByteArrayOutputStream xml = new ByteArrayOutputStream();
        try {
            new IndexWriter().write(bundles, xml);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory does not fail", e);
        }
        return xml.toByteArray();
    }

    static List<IndexedBundle> read(byte[] index, Lockfile lockfile, IndexReader reader) throws HomeException {
        try {
            List<IndexedBundle> bundles = reader.readInstalled(new ByteArrayInputStream(index));
            if (!digests(bundles.stream().map(IndexedBundle::sha256))
                    .equals(digests(
                            lockfile.bundles().stream().map(b -> b.content().sha256())))) {
                throw new IOException("expected the bundles of its lockfile, found others");
            }
            return bundles;
        } catch (IOException | IndexException e) {
            throw new HomeException(
                    "DT-HOME-009",
                    "Can't read the index of generation " + lockfile.generation() + ": " + e.getMessage(),
                    "What is installed still runs; to change it, go back to an earlier generation with dovetail revert.",
                    e);
        }
    }

    private static Set<String> digests(Stream<String> digests) {
        return digests.collect(Collectors.toSet());
    }
}
