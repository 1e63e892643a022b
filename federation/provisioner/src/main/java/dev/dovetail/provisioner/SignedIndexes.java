package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.repository.Findings;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.provisioner.repository.Target;
import dev.dovetail.provisioner.repository.VerifiedRepository;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Timestamp;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the indexes of one signed repository, one for each of its teams, into one. An index is itself a signed file; and
 * every bundle in it must be one too, with the same digest and size, by whoever may sign for that path: an index cannot
 * point to anything else. See {@code docs/formats/repository.md}.
 *
 * <p>Metadata that are the same as last time vouch for the same indexes, so those are read once. Any thread, but one for each
 * repository at a time.
 */
final class SignedIndexes {

    private static final String DOWNLOADS = "indexes";
    private static final String UNPACKED = "size-unpacked";

    private final IndexReader reader;
    private final Map<URI, Reading> readings = new ConcurrentHashMap<>();

    SignedIndexes(IndexReader reader) {
        this.reader = reader;
    }

    /** Gets from somewhere the file of a target; where there is none, there is none. */
    @FunctionalInterface
    private interface Source {
        Optional<Path> file(Target target) throws UntrustedException, RepositoryException, HomeException;
    }

    /** What was read, by which metadata, and how long all of those that were looked at are good. */
    private record Reading(
            Repository.Trusted repository, Root root, Optional<Timestamp> timestamp, Instant until, Index index) {

        boolean holds(Repository.Trusted asked, TrustedSet set) {
            return repository.equals(asked)
                    && root.equals(set.root())
                    && timestamp.equals(set.timestamp())
                    && set.now().isBefore(until);
        }
    }

    /** From the network, as far as it isn't here already. */
    Index read(Repository.Trusted repository, RepositoryClient client, VerifiedRepository verified, Path folder)
            throws UntrustedException, RepositoryException, HomeException {
        Path downloads = folder.resolve(DOWNLOADS);
        Optional<Index> known = known(repository, verified.trusted());
        if (known.isPresent()) {
            return known.get();
        }
        Reading reading = reading(
                repository, client, verified, target -> Optional.of(client.download(verified, target, downloads)));
        readings.put(repository.url(), reading);
        return reading.index();
    }

    /** As they were last read. */
    Index recall(Repository.Trusted repository, RepositoryClient client, VerifiedRepository kept, Path folder)
            throws UntrustedException, RepositoryException, HomeException {
        Path downloads = folder.resolve(DOWNLOADS);
        Optional<Index> known = known(repository, kept.trusted());
        return known.isPresent()
                ? known.get()
                : reading(repository, client, kept, target -> client.downloaded(target, downloads))
                        .index();
    }

    private Optional<Index> known(Repository.Trusted repository, TrustedSet set) {
        return Optional.ofNullable(readings.get(repository.url()))
                .filter(last -> last.holds(repository, set))
                .map(Reading::index);
    }

    private Reading reading(
            Repository.Trusted repository, RepositoryClient client, VerifiedRepository verified, Source source)
            throws UntrustedException, RepositoryException, HomeException {
        List<String> paths = verified.targets().delegations().roles().stream()
                .map(DelegatedRole::name)
                .map(team -> "index-" + team + ".xml.gz")
                .toList();
        Findings found = client.find(verified, paths);
        Index index = merged(repository, parsed(repository, paths, found, source));
        return signed(repository, client, found.repository(), index);
    }

    private List<Index> parsed(Repository.Trusted repository, List<String> paths, Findings found, Source source)
            throws UntrustedException, RepositoryException, HomeException {
        List<Index> indexes = new ArrayList<>();
        List<RepositoryException> failures = new ArrayList<>();
        for (String path : paths) {
            Target target = found.targets().get(path);
            Optional<Path> file = target == null ? Optional.empty() : source.file(target);
            if (file.isPresent()) {
                try {
                    indexes.add(parse(repository, file.get(), path));
                } catch (RepositoryException e) {
                    failures.add(e);
                    indexes.add(refused(repository, path, e));
                }
            }
        }
        if (!failures.isEmpty() && failures.size() == indexes.size()) {
            throw failures.get(0);
        }
        return indexes;
    }

    /** One team's index that can't be used takes nothing from the other teams. */
    private static Index refused(Repository.Trusted repository, String path, RepositoryException e) {
        RefusedEntry entry = new RefusedEntry(repository.url(), path, e.code(), String.valueOf(e.getMessage()));
        return new Index(repository.url(), List.of(), List.of(entry));
    }

    private static Index merged(Repository.Trusted repository, List<Index> indexes) {
        return new Index(
                repository.url(),
                indexes.stream().flatMap(index -> index.bundles().stream()).toList(),
                indexes.stream().flatMap(index -> index.refused().stream()).toList());
    }

    private Index parse(Repository.Trusted repository, Path file, String path) throws RepositoryException {
        URI base = RepositoryLocation.at(repository.url()).targets();
        try (InputStream in = new GZIPInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return reader.read(in, repository.url(), base.resolve(path));
        } catch (IOException | IndexException e) {
            throw new RepositoryException(
                    "DT-FETCH-011",
                    "The signed index " + path + " of " + repository.url() + " can't be used: " + e.getMessage(),
                    "Nothing of it is used. Tell the repository's publisher.",
                    e);
        }
    }

    private static Reading signed(
            Repository.Trusted repository, RepositoryClient client, VerifiedRepository verified, Index index)
            throws UntrustedException, RepositoryException, HomeException {
        RepositoryLocation location = RepositoryLocation.at(repository.url());
        List<String> paths =
                index.bundles().stream().map(bundle -> path(location, bundle)).toList();
        Findings found = client.find(verified, paths);
        List<IndexedBundle> bundles = new ArrayList<>();
        List<RefusedEntry> refused = new ArrayList<>(index.refused());
        for (IndexedBundle bundle : index.bundles()) {
            Target target = found.targets().get(path(location, bundle));
            String objection = objection(bundle, path(location, bundle), target);
            if (target != null && objection.isEmpty()) {
                bundles.add(bundle.at(location.address(found.repository(), target), unpackedSize(target)));
            } else {
                refused.add(new RefusedEntry(repository.url(), bundle.toString(), "DT-TRUST-010", objection));
            }
        }
        TrustedSet all = found.repository().trusted();
        return new Reading(
                repository,
                all.root(),
                all.timestamp(),
                all.validUntil(),
                new Index(repository.url(), bundles, refused));
    }

    /** What is said of it wrongly is as good as nothing: the gate's own limits hold then. */
    private static long unpackedSize(Target target) {
        try {
            JsonObject custom = target.file().custom();
            return custom.has(UNPACKED) ? custom.integer(UNPACKED) : IndexedBundle.UNKNOWN_SIZE;
        } catch (JsonException e) {
            return IndexedBundle.UNKNOWN_SIZE;
        }
    }

    private static String path(RepositoryLocation location, IndexedBundle bundle) {
        return location.targets().relativize(bundle.url()).getPath();
    }

    private static String objection(IndexedBundle bundle, String path, @Nullable Target target) {
        String named = "bundles/" + bundle.bsn() + "/" + bundle.bsn() + "-" + bundle.version() + ".jar";
        if (!path.equals(named)) {
            return "expected the file " + named + ", found " + path;
        }
        if (target == null) {
            return "expected a signature for " + path + ", found none of a team that may sign for it";
        }
        Content indexed = new Content(bundle.sha256(), bundle.size());
        return target.content().filter(indexed::equals).isPresent()
                ? ""
                : "expected the digest and size that are signed for " + path + ", found others in the index";
    }
}
