package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Sha256;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Kind;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads a repository's own files before they are changed. Checks every signature and digest, since what is read is signed
 * again: nobody who can only write files gets a signature that way. Looks at no expiry, since renewing is what commands
 * are for.
 */
final class StateReader {

    private final Path repository;

    StateReader(Path repository) {
        this.repository = repository;
    }

    State read() throws PublishException {
        if (!Files.exists(repository.resolve(Layout.FIRST_ROOT))) {
            throw new PublishException(
                    "DT-PUBLISH-041",
                    "Expected a repository, found no " + Layout.FIRST_ROOT + " in " + repository + ".",
                    "Make one with: dovetail repository init " + repository + " --name NAME");
        }
        try {
            return state();
        } catch (IOException | TrustException | JsonException e) {
            throw new PublishException(
                    "DT-PUBLISH-042",
                    "The repository " + repository + " is damaged: " + e.getMessage(),
                    "Nothing was changed. Put back the copy that you published last, and give the command again.",
                    e);
        }
    }

    private State state() throws IOException, TrustException, JsonException {
        Signed<Root> root = root();
        Map<String, Key> keys = root.content().keys();
        Timestamp timestamp = checked(
                read(Kind.TIMESTAMP, Layout.TIMESTAMP), root.content().role(Timestamp.TYPE), keys, Layout.TIMESTAMP);
        Snapshot snapshot = file(
                Kind.SNAPSHOT,
                Snapshot.TYPE,
                timestamp.snapshot(),
                root.content().role(Snapshot.TYPE),
                keys);
        Targets targets = file(
                Kind.TARGETS,
                Targets.TYPE,
                meta(snapshot, Targets.TYPE),
                root.content().role(Targets.TYPE),
                keys);
        Map<String, Targets> teams = new LinkedHashMap<>();
        for (DelegatedRole team : targets.delegations().roles()) {
            teams.put(
                    team.name(),
                    file(
                            Kind.TARGETS,
                            team.name(),
                            meta(snapshot, team.name()),
                            team.role(),
                            targets.delegations().keys()));
        }
        String fingerprint = Sha256.of(repository.resolve(Layout.FIRST_ROOT));
        return new State(
                fingerprint, Charter.read(targets.header().extra()), root, timestamp, snapshot, targets, teams);
    }

    /** Each root is vouched for by the one before it. */
    private Signed<Root> root() throws IOException, TrustException {
        Signed<Root> root = read(Kind.ROOT, Layout.FIRST_ROOT);
        checked(root, root.content().role(Root.TYPE), root.content().keys(), Layout.FIRST_ROOT);
        String next = Layout.metadata(Root.TYPE, 2);
        while (Files.exists(repository.resolve(next))) {
            Signed<Root> newer = read(Kind.ROOT, next);
            checked(newer, root.content().role(Root.TYPE), root.content().keys(), next);
            checked(newer, newer.content().role(Root.TYPE), newer.content().keys(), next);
            root = newer;
            next = Layout.metadata(Root.TYPE, root.content().version() + 1);
        }
        return root;
    }

    private <T extends Metadata> Signed<T> read(Kind<T> kind, String file) throws IOException, TrustException {
        return Signed.read(kind, file, Files.readAllBytes(repository.resolve(file)));
    }

    private static MetaFile meta(Snapshot snapshot, String role) throws IOException {
        return snapshot.of(role)
                .orElseThrow(() -> new IOException("expected " + role + ".json in the snapshot, found none"));
    }

    private <T extends Metadata> T file(Kind<T> kind, String name, MetaFile meta, Role role, Map<String, Key> keys)
            throws IOException, TrustException {
        String file = Layout.metadata(name, meta.version());
        byte[] bytes = Files.readAllBytes(repository.resolve(file));
        if (!meta.digests().match(bytes)) {
            throw new IOException("expected " + file + " to be the file that is signed for, found other bytes");
        }
        T content = checked(Signed.read(kind, file, bytes), role, keys, file);
        if (content.version() != meta.version()) {
            throw new IOException(
                    "expected version " + meta.version() + " in " + file + ", found " + content.version());
        }
        return content;
    }

    private static <T extends Metadata> T checked(Signed<T> file, Role role, Map<String, Key> keys, String name)
            throws IOException {
        if (!file.isSignedBy(role, keys)) {
            throw new IOException("expected signatures of " + role.threshold() + " of its "
                    + role.keyIds().size() + " keys on " + name + ", found " + file.signers(role, keys));
        }
        return file.content();
    }

    /** The bytes of a target that is read before it is changed. */
    byte[] target(String path, TargetFile target) throws PublishException {
        String file = Layout.target(path, target.digests().sha256().orElse(""));
        try {
            byte[] bytes = Files.readAllBytes(repository.resolve(file));
            if (bytes.length == target.length() && target.digests().match(bytes)) {
                return bytes;
            }
            throw new IOException("expected the bytes that are signed for, found others");
        } catch (IOException e) {
            throw new PublishException(
                    "DT-PUBLISH-042",
                    "The repository " + repository + " is damaged: " + file + ": " + e.getMessage(),
                    "Nothing was changed. Put back the copy that you published last, and give the command again.",
                    e);
        }
    }
}
