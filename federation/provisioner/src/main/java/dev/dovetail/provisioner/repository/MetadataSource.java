package dev.dovetail.provisioner.repository;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Served;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Root;
import java.net.URI;
import java.util.Optional;

/** Where metadata files are, and how large each may be before anybody can say how large it is. */
final class MetadataSource {

    private static final long ROOT = 512 * 1024;
    private static final long TIMESTAMP = 16 * 1024;
    private static final long SNAPSHOT = 5 * 1024 * 1024;
    private static final long TARGETS = JsonReader.LARGEST;

    private final RepositoryLocation location;
    private final SignedFetcher fetcher;

    MetadataSource(RepositoryLocation location, SignedFetcher fetcher) {
        this.location = location;
        this.fetcher = fetcher;
    }

    Optional<byte[]> root(long version) throws RepositoryException {
        return fetcher.metadata(location.file(version + ".root.json"), ROOT);
    }

    Served timestamp(Optional<String> known) throws RepositoryException {
        Served served = fetcher.metadata(location.file("timestamp.json"), TIMESTAMP, known);
        if (served == Served.Nothing.MISSING) {
            throw missing(location.file("timestamp.json"));
        }
        return served;
    }

    byte[] snapshot(Root root, MetaFile file) throws RepositoryException {
        return versioned(root, "snapshot", file, SNAPSHOT);
    }

    byte[] targets(Root root, String role, MetaFile file) throws RepositoryException {
        return versioned(root, role, file, TARGETS);
    }

    private byte[] versioned(Root root, String role, MetaFile file, long most) throws RepositoryException {
        String prefix = root.consistentSnapshot() ? file.version() + "." : "";
        URI url = location.file(prefix + FileName.quoted(role) + ".json");
        long limit = Math.min(file.length().orElse(most), JsonReader.LARGEST);
        Optional<byte[]> bytes = fetcher.metadata(url, limit);
        if (bytes.isEmpty()) {
            throw missing(url);
        }
        return bytes.get();
    }

    private static RepositoryException missing(URI url) {
        return new RepositoryException(
                "DT-FETCH-014",
                "Expected a metadata file, found none at " + url,
                "Check the repository's address; if it is right, tell its publisher.");
    }

    @Override
    public String toString() {
        return location.metadata().toString();
    }
}
