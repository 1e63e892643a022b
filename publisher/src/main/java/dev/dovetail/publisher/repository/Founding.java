package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Change;
import dev.dovetail.publisher.files.Content;
import dev.dovetail.publisher.files.Sha256;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.MetaFile;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The first files of a repository: its keys, and one team that offers nothing yet. */
final class Founding {

    private static final int ROOT_KEYS = 3;
    private static final int ROOT_THRESHOLD = 2;

    private final Keys keys;
    private final Lifetimes lifetimes;
    private final Instant now;
    private final Map<String, Key> known = new LinkedHashMap<>();
    private final Map<String, Content> hidden = new LinkedHashMap<>();

    Founding(Keys keys, Lifetimes lifetimes, Instant now) {
        this.keys = keys;
        this.lifetimes = lifetimes;
        this.now = now;
    }

    Change of(Charter charter) throws PublishException {
        Root root = root();
        Key team = keys.generate(charter.name());
        Delegations delegations = Teams.with(Delegations.NONE, charter.name(), team, charter.all());
        Map<String, MetaFile> meta = new LinkedHashMap<>();
        meta.put(Targets.TYPE + ".json", add(Targets.TYPE, targets(charter, delegations), rule(root, Targets.TYPE)));
        Signatures.Rule rule = new Signatures.Rule(Role.of(List.of(team.id()), 1), delegations.keys());
        meta.put(charter.name() + ".json", add(charter.name(), offer(charter.name()), rule));
        MetaFile snapshot = add(Snapshot.TYPE, new Snapshot(header(Snapshot.TYPE), meta), rule(root, Snapshot.TYPE));
        Timestamp timestamp = new Timestamp(header(Timestamp.TYPE), snapshot);
        Map<String, byte[]> visible = new LinkedHashMap<>();
        visible.put(Layout.FIRST_ROOT, signed(root, Root.TYPE, rule(root, Root.TYPE)));
        visible.put(Layout.TIMESTAMP, signed(timestamp, Timestamp.TYPE, rule(root, Timestamp.TYPE)));
        return new Change(hidden, visible);
    }

    private Root root() throws PublishException {
        Map<String, Role> roles = new LinkedHashMap<>();
        roles.put(Root.TYPE, role(Root.TYPE, ROOT_KEYS, ROOT_THRESHOLD));
        for (String role : List.of(Targets.TYPE, Snapshot.TYPE, Timestamp.TYPE)) {
            roles.put(role, role(role, 1, 1));
        }
        return new Root(header(Root.TYPE), true, known, roles);
    }

    private static Signatures.Rule rule(Root root, String role) {
        return new Signatures.Rule(root.role(role), root.keys());
    }

    private Role role(String name, int count, int threshold) throws PublishException {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Key key = keys.generate(name);
            known.put(key.id(), key);
            ids.add(key.id());
        }
        return Role.of(ids, threshold);
    }

    private Header header(String role) {
        return Header.of(1, lifetimes.end(role, now));
    }

    private Targets targets(Charter charter, Delegations delegations) {
        Header header = header(Targets.TYPE);
        return new Targets(
                new Header(header.specVersion(), 1, header.expires(), charter.writeTo(JsonObject.EMPTY)),
                Map.of(),
                delegations);
    }

    private Targets offer(String team) {
        byte[] index = new TeamIndex(team, List.of()).bytes();
        hidden.put(Layout.target(Layout.index(team), Sha256.of(index)), new Content.Bytes(index));
        return new Targets(
                header(team),
                Map.of(Layout.index(team), TargetFile.of(index.length, Sha256.of(index), JsonObject.EMPTY)),
                Delegations.NONE);
    }

    private MetaFile add(String role, Metadata content, Signatures.Rule rule) throws PublishException {
        byte[] bytes = signed(content, role, rule);
        hidden.put(Layout.metadata(role, 1), new Content.Bytes(bytes));
        return MetaFile.of(1, bytes);
    }

    private byte[] signed(Metadata content, String role, Signatures.Rule rule) throws PublishException {
        return new Signatures(keys).sign(content, role, List.of(rule)).bytes();
    }
}
