package dev.dovetail.trust.sample;

import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Digests;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.PathSet;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Signer;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A signed repository in memory. Begins with version 1 of all four top-level files; whatever is changed afterwards is
 * seen by clients once it is published. Publishes nonsense just as well: what is consistent is up to the test.
 */
public final class SampleRepository {

    /** When everything expires unless something else is said. */
    public static final Instant EXPIRES = Instant.parse("2040-01-01T00:00:00Z");

    private static final Set<String> TOP_LEVEL = Set.of(Root.TYPE, Timestamp.TYPE, Snapshot.TYPE, Targets.TYPE);

    private final Map<String, byte[]> files = new TreeMap<>();
    private final Map<String, List<KeyPair>> keys = new LinkedHashMap<>();
    private final Map<String, List<KeyPair>> signers = new LinkedHashMap<>();
    private final Map<String, Integer> thresholds = new LinkedHashMap<>();
    private final Map<String, Long> versions = new LinkedHashMap<>();
    private final Map<String, Instant> expires = new LinkedHashMap<>();
    private final Map<String, Map<String, TargetFile>> targets = new LinkedHashMap<>();
    private final Map<String, List<DelegatedRole>> delegations = new LinkedHashMap<>();
    private final Map<String, Map<String, Key>> delegatedKeys = new LinkedHashMap<>();
    private final Map<String, MetaFile> meta = new LinkedHashMap<>();
    private MetaFile snapshotMeta = MetaFile.of(1);
    private JsonObject saying = JsonObject.EMPTY;
    private boolean consistent = true;
    private boolean describing;

    public SampleRepository() {
        for (String role : List.of(Root.TYPE, Timestamp.TYPE, Snapshot.TYPE, Targets.TYPE)) {
            List<KeyPair> own = new ArrayList<>(List.of(Keys.ed25519()));
            keys.put(role, own);
            signers.put(role, new ArrayList<>(own));
        }
        targets.put(Targets.TYPE, new LinkedHashMap<>());
        publishRoot();
        publish(Targets.TYPE);
    }

    /** What is served, by path: {@code metadata/…} and {@code targets/…}. */
    public Map<String, byte[]> files() {
        return files;
    }

    public byte[] file(String path) {
        byte[] bytes = files.get(path);
        if (bytes == null) {
            throw new IllegalArgumentException("No such file: " + path + ", only " + files.keySet());
        }
        return bytes;
    }

    /** The newest file of a role. */
    public byte[] newest(String role) {
        return file("metadata/" + name(role, version(role)));
    }

    public byte[] root(long version) {
        return file("metadata/" + version + ".root.json");
    }

    public long version(String role) {
        return versions.getOrDefault(role, 0L);
    }

    /** The version that the next publication gives to the role's file, less one. */
    public SampleRepository setVersion(String role, long version) {
        versions.put(role, version);
        return this;
    }

    public SampleRepository expire(String role, Instant time) {
        expires.put(role, time);
        return this;
    }

    /** What the next top-level targets say beside what the specification has. */
    public SampleRepository saying(JsonObject extra) {
        saying = extra;
        return this;
    }

    public SampleRepository withoutConsistentSnapshots() {
        consistent = false;
        return this;
    }

    /** From now on lengths and digests of metadata are said, too. */
    public SampleRepository describing() {
        describing = true;
        return this;
    }

    /** The keys that the root, or the last delegation, gives a role. */
    public List<KeyPair> keys(String role) {
        return keys.computeIfAbsent(role, any -> new ArrayList<>());
    }

    /** The keys that really sign. */
    public List<KeyPair> signers(String role) {
        return signers.computeIfAbsent(role, any -> new ArrayList<>());
    }

    public SampleRepository threshold(String role, int threshold) {
        thresholds.put(role, threshold);
        return this;
    }

    /** One more key that may sign and does. */
    public SampleRepository addKey(String role) {
        KeyPair pair = Keys.ed25519();
        keys(role).add(pair);
        signers(role).add(pair);
        return this;
    }

    /** A new key for all that there were. */
    public SampleRepository rotate(String role) {
        keys(role).clear();
        signers(role).clear();
        return addKey(role);
    }

    /** Signed by the keys before and the keys now, as a rotation must be. */
    public SampleRepository publishRoot(KeyPair... others) {
        List<KeyPair> all = new ArrayList<>(signers(Root.TYPE));
        all.addAll(List.of(others));
        Map<String, Key> described = new LinkedHashMap<>();
        Map<String, Role> roles = new LinkedHashMap<>();
        for (String role : TOP_LEVEL) {
            keys(role).forEach(pair -> described.put(id(pair), Key.of(pair.getPublic())));
            roles.put(role, role(role));
        }
        Header header = next(Root.TYPE);
        put(Root.TYPE, signed(new Root(header, consistent, described, roles), all));
        return this;
    }

    /** The next version of some targets roles, of the snapshot and of the timestamp. */
    public SampleRepository publish(String... roles) {
        for (String role : roles) {
            publishTargets(role);
        }
        return publishSnapshot();
    }

    /** The next version of all targets roles, of the snapshot and of the timestamp. */
    public SampleRepository publishAll() {
        return publish(targets.keySet().toArray(String[]::new));
    }

    public SampleRepository publishTargets(String role) {
        Header header = next(role);
        Delegations below = delegations.containsKey(role)
                ? new Delegations(
                        delegatedKeys.getOrDefault(role, Map.of()),
                        delegations.getOrDefault(role, List.of()),
                        JsonObject.EMPTY)
                : Delegations.NONE;
        byte[] file =
                put(role, signed(new Targets(header, targets.getOrDefault(role, Map.of()), below), signers(role)));
        meta.put(role + ".json", describing ? MetaFile.of(header.version(), file) : MetaFile.of(header.version()));
        return this;
    }

    public SampleRepository publishSnapshot() {
        Header header = next(Snapshot.TYPE);
        byte[] file = put(Snapshot.TYPE, signed(new Snapshot(header, meta), signers(Snapshot.TYPE)));
        snapshotMeta = describing ? MetaFile.of(header.version(), file) : MetaFile.of(header.version());
        return publishTimestamp();
    }

    public SampleRepository publishTimestamp() {
        put(Timestamp.TYPE, signed(new Timestamp(next(Timestamp.TYPE), snapshotMeta), signers(Timestamp.TYPE)));
        return this;
    }

    /** What the next timestamp says of the snapshot, right or wrong. */
    public SampleRepository setSnapshotMeta(MetaFile file) {
        snapshotMeta = file;
        return this;
    }

    /** What the next snapshot says, right or wrong; by file name. */
    public Map<String, MetaFile> meta() {
        return meta;
    }

    public SampleRepository addTarget(String role, String path, byte[] content) {
        String sha256 = Digests.sha256(content).sha256().orElseThrow();
        int name = path.lastIndexOf('/') + 1;
        files.put(
                "targets/" + path.substring(0, name) + (consistent ? sha256 + "." : "") + path.substring(name),
                content);
        return describeTarget(role, path, TargetFile.of(content.length, sha256, JsonObject.EMPTY));
    }

    public SampleRepository describeTarget(String role, String path, TargetFile file) {
        targets.computeIfAbsent(role, any -> new LinkedHashMap<>()).put(path, file);
        return this;
    }

    public SampleRepository delegate(String delegator, String role, boolean terminating, String... patterns) {
        if (keys(role).isEmpty()) {
            addKey(role);
        }
        return delegate(
                delegator, new DelegatedRole(role, role(role), terminating, PathSet.patterns(List.of(patterns))));
    }

    /** With the keys that the role has now. */
    public SampleRepository delegate(String delegator, DelegatedRole role) {
        targets.computeIfAbsent(role.name(), any -> new LinkedHashMap<>());
        delegations.computeIfAbsent(delegator, any -> new ArrayList<>()).add(role);
        Map<String, Key> known = delegatedKeys.computeIfAbsent(delegator, any -> new LinkedHashMap<>());
        keys(role.name()).forEach(pair -> known.put(id(pair), Key.of(pair.getPublic())));
        return this;
    }

    public Role role(String role) {
        return Role.of(keys(role).stream().map(SampleRepository::id).toList(), thresholds.getOrDefault(role, 1));
    }

    private Header next(String role) {
        versions.merge(role, 1L, Long::sum);
        Header plain = Header.of(version(role), expires.getOrDefault(role, EXPIRES));
        return role.equals(Targets.TYPE)
                ? new Header(plain.specVersion(), plain.version(), plain.expires(), saying)
                : plain;
    }

    private byte[] put(String role, byte[] file) {
        files.put("metadata/" + name(role, version(role)), file);
        return file;
    }

    private String name(String role, long version) {
        boolean versioned = role.equals(Root.TYPE) || (consistent && !role.equals(Timestamp.TYPE));
        String quoted = URLEncoder.encode(role, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (versioned ? version + "." : "") + quoted + ".json";
    }

    private static byte[] signed(Metadata metadata, List<KeyPair> by) {
        return Signed.unsigned(metadata)
                .signedBy(by.stream().map(Signer::of).toList())
                .bytes();
    }

    private static String id(KeyPair pair) {
        return Key.of(pair.getPublic()).id();
    }
}
