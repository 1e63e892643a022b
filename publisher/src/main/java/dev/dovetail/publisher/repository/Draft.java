package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Change;
import dev.dovetail.publisher.files.Content;
import dev.dovetail.publisher.files.Sha256;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.publisher.jar.BundleJar;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.json.JsonReader;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The next state of a repository, file by file, each signed as it is added. Nothing is written before {@link #finish()}'s
 * change is carried out. For one thread, and one change.
 */
final class Draft {

    private final State state;
    private final Signatures signatures;
    private final Lifetimes lifetimes;
    private final Instant now;
    private final Map<String, Content> hidden = new LinkedHashMap<>();
    private final Map<String, MetaFile> meta;
    private Optional<Signed<Root>> newRoot = Optional.empty();
    private Delegations delegations;
    private boolean validBefore = true;

    Draft(State state, Signatures signatures, Lifetimes lifetimes, Instant now) {
        this.state = state;
        this.signatures = signatures;
        this.lifetimes = lifetimes;
        this.now = now;
        this.meta = new LinkedHashMap<>(state.snapshot().meta());
        this.delegations = state.targets().delegations();
    }

    private Root root() {
        return newRoot.map(Signed::content).orElse(state.root().content());
    }

    /** The next root, to be signed by those who sign the old one and by those who sign the new. */
    void root(Root next) throws PublishException {
        Root old = state.root().content();
        newRoot = Optional.of(signatures.sign(
                next,
                Root.TYPE,
                List.of(
                        new Signatures.Rule(old.role(Root.TYPE), old.keys()),
                        new Signatures.Rule(next.role(Root.TYPE), next.keys()))));
    }

    Header header(String role, long version) {
        return Header.of(version, lifetimes.end(role, now));
    }

    /** A jar that a team's files speak of. */
    void jar(String path, BundleJar jar) {
        hidden.put(Layout.target(path, jar.sha256()), new Content.Copy(jar.file(), jar.sha256()));
    }

    /** What a team offers from now on: bundles, and the index of the same. */
    void team(DelegatedRole team, TeamIndex index, Map<String, TargetFile> bundles) throws PublishException {
        byte[] gz = index.bytes();
        TeamIndex.read(team.name(), gz);
        TargetFile file = TargetFile.of(gz.length, Sha256.of(gz), JsonObject.EMPTY);
        String path = Layout.index(team.name());
        hidden.put(Layout.target(path, Sha256.of(gz)), new Content.Bytes(gz));
        Map<String, TargetFile> targets = new LinkedHashMap<>();
        targets.put(path, file);
        targets.putAll(bundles);
        team(team, targets);
    }

    void team(DelegatedRole team, Map<String, TargetFile> targets) throws PublishException {
        Header header = header(team.name(), nextVersion(team.name()));
        Signed<Targets> signed = signatures.sign(
                new Targets(header, targets, Delegations.NONE),
                team.name(),
                List.of(new Signatures.Rule(team.role(), delegations.keys())));
        byte[] bytes = signed.bytes();
        if (bytes.length > JsonReader.LARGEST) {
            throw new PublishException(
                    "DT-PUBLISH-055",
                    "Expected at most " + JsonReader.LARGEST + " bytes to say what team " + team.name()
                            + " offers, found " + bytes.length + ": clients read no more.",
                    "Give some of its names to another team: dovetail repository keys DIR add-team TEAM --bundles NAMES");
        }
        add(team.name(), header.version(), bytes);
    }

    /** Which teams there are from now on. Comes before what is new of them. */
    void targets(Charter charter, Delegations next) throws PublishException {
        delegations = next;
        Header header = header(Targets.TYPE, nextVersion(Targets.TYPE));
        Header extended =
                new Header(header.specVersion(), header.version(), header.expires(), charter.writeTo(JsonObject.EMPTY));
        Targets targets = new Targets(extended, state.targets().targets(), next);
        add(
                Targets.TYPE,
                header.version(),
                signedByOldAndNew(targets, Targets.TYPE).bytes());
    }

    private long nextVersion(String role) {
        MetaFile last = meta.get(role + ".json");
        return last == null ? 1 : last.version() + 1;
    }

    private void add(String role, long version, byte[] bytes) {
        hidden.put(Layout.metadata(role, version), new Content.Bytes(bytes));
        meta.put(role + ".json", MetaFile.of(version, bytes));
    }

    /** While a new root is on its way to readers, some know the old one and some the new. */
    private <T extends dev.dovetail.trust.metadata.Metadata> Signed<T> signedByOldAndNew(T content, String role)
            throws PublishException {
        Root old = state.root().content();
        Signatures.Rule needed = new Signatures.Rule(root().role(role), root().keys());
        Signatures.Rule before = new Signatures.Rule(old.role(role), old.keys());
        Signed<T> signed = signatures.sign(content, role, List.of(needed), List.of(before));
        validBefore &= before.isKept(signed);
        return signed;
    }

    /** When what is drafted has to be refreshed, at the latest. */
    Instant until() {
        return lifetimes.end(Timestamp.TYPE, now);
    }

    /** The new root alone, which takes the keys of root and no others. */
    Change finishRoot() {
        Map<String, byte[]> visible = new LinkedHashMap<>();
        newRoot.ifPresent(
                root -> visible.put(Layout.metadata(Root.TYPE, root.content().version()), root.bytes()));
        return new Change(hidden, visible);
    }

    /** Everything signed and in order; the snapshot anew where something changed or it is half over. */
    Change finish() throws PublishException {
        MetaFile snapshot = snapshotIsDue() ? snapshot() : state.timestamp().snapshot();
        long version = Versions.next(Timestamp.TYPE, state.timestamp().version(), rotated(Timestamp.TYPE));
        validBefore &= version > state.timestamp().version();
        Signed<Timestamp> timestamp =
                signedByOldAndNew(new Timestamp(header(Timestamp.TYPE, version), snapshot), Timestamp.TYPE);
        return new Change(hidden, visible(timestamp.bytes()));
    }

    /** Being half over is no reason to fail: the key may just be lost or stolen, and the timestamp's be replaced first. */
    private boolean snapshotIsDue() throws PublishException {
        Duration left = Duration.between(now, state.snapshot().expires());
        return !meta.equals(state.snapshot().meta())
                || rotated(Snapshot.TYPE)
                || (left.compareTo(lifetimes.snapshot().dividedBy(2)) < 0
                        && Versions.isHonest(state.snapshot().version())
                        && signatures.canSign(state.root().content().role(Snapshot.TYPE)));
    }

    private boolean rotated(String role) {
        return !root().role(role).equals(state.root().content().role(role));
    }

    private MetaFile snapshot() throws PublishException {
        long version = Versions.next(Snapshot.TYPE, state.snapshot().version(), rotated(Snapshot.TYPE));
        validBefore &= version > state.snapshot().version();
        Snapshot content = new Snapshot(header(Snapshot.TYPE, version), meta);
        byte[] bytes = signedByOldAndNew(content, Snapshot.TYPE).bytes();
        hidden.put(Layout.metadata(Snapshot.TYPE, version), new Content.Bytes(bytes));
        return MetaFile.of(version, bytes);
    }

    /**
     * Where the old keys signed as well, everything is good under both roots and the timestamp goes first. Where they are
     * lost, the root does, and readers in between are told to try again.
     */
    private Map<String, byte[]> visible(byte[] timestamp) {
        Map<String, byte[]> visible = new LinkedHashMap<>();
        if (validBefore) {
            visible.put(Layout.TIMESTAMP, timestamp);
        }
        newRoot.ifPresent(
                root -> visible.put(Layout.metadata(Root.TYPE, root.content().version()), root.bytes()));
        visible.put(Layout.TIMESTAMP, timestamp);
        return visible;
    }
}
