package dev.dovetail.provisioner.embedded;

import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.Search;
import dev.dovetail.trust.TrustedSet;
import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.TargetFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The metadata of a repository that lies in a folder, verified from its pinned first root on like those of any other, only
 * that nothing in them expires: whoever could change the folder could change Dovetail itself.
 */
final class EmbeddedMetadata {

    private static final String ROLE = "[A-Za-z0-9_.-]+";

    private final Path folder;
    private TrustedSet set;

    private EmbeddedMetadata(Path folder, TrustedSet set) {
        this.folder = folder;
        this.set = set;
    }

    static EmbeddedMetadata verified(Path repository, Repository.Trusted trusted) throws IOException, TrustException {
        Path folder = repository.resolve("metadata");
        byte[] first = Files.readAllBytes(folder.resolve("1.root.json"));
        if (!Fingerprint.of(first).equals(trusted.root())) {
            throw new TrustException(
                    Reason.OTHER_ROOT,
                    "Expected a root with the fingerprint " + trusted.root() + ", found " + Fingerprint.of(first));
        }
        EmbeddedMetadata metadata = new EmbeddedMetadata(folder, TrustedSet.from(first, Instant.EPOCH));
        metadata.read();
        return metadata;
    }

    private void read() throws IOException, TrustException {
        Path next = root();
        while (Files.exists(next)) {
            set = set.withRoot(Files.readAllBytes(next));
            next = root();
        }
        set = set.withLastRoot().withTimestamp(Files.readAllBytes(folder.resolve("timestamp.json")));
        long snapshot = set.timestamp().orElseThrow().snapshot().version();
        set = set.withSnapshot(Files.readAllBytes(folder.resolve(snapshot + ".snapshot.json")));
        set = set.withTargets(set.topLevel(), role("targets"));
    }

    private Path root() {
        return folder.resolve((set.root().version() + 1) + ".root.json");
    }

    private byte[] role(String name) throws IOException, TrustException {
        if (!name.matches(ROLE)) {
            throw new IOException("expected the name of a team, found " + name);
        }
        return Files.readAllBytes(folder.resolve(set.described(name).version() + "." + name + ".json"));
    }

    List<String> teams() {
        return set.targets().orElseThrow().delegations().roles().stream()
                .map(DelegatedRole::name)
                .toList();
    }

    Optional<TargetFile> find(String path) throws IOException, TrustException {
        Search search = set.search(path);
        while (search instanceof Search.Wanted wanted) {
            set = set.withTargets(wanted.delegation(), role(wanted.delegation().role()));
            search = set.search(path);
        }
        return search instanceof Search.Found found ? Optional.of(found.file()) : Optional.empty();
    }

    Optional<Content> content(String path) throws IOException, TrustException {
        Optional<TargetFile> file = find(path);
        return file.flatMap(found -> found.digests().sha256().map(sha256 -> new Content(sha256, found.length())));
    }
}
