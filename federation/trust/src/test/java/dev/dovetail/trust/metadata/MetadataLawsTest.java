package dev.dovetail.trust.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.sample.Keys;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MetadataLawsTest {

    private static final KeyPair PAIR = Keys.ed25519();
    private static final Key KEY = Key.of(PAIR.getPublic());
    private static final Role SIGNER = Role.of(List.of(KEY.id()), 1);

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void whatIsWrittenIsReadAgain(@ForAll("metadata") Metadata metadata) throws TrustException {
        Signed<?> read =
                Signed.read(kind(metadata), "file", Signed.unsigned(metadata).bytes());

        assertThat(read.content()).isEqualTo(metadata);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void anyByteThatIsChangedIsNoticed(@ForAll("metadata") Metadata metadata, @ForAll int place, @ForAll byte change) {
        byte[] file =
                Signed.unsigned(metadata).signedBy(List.of(Signer.of(PAIR))).bytes();
        Signed<?> before = read(metadata, file).orElseThrow();
        file[Math.floorMod(place, file.length)] += change;

        read(metadata, file)
                .filter(after -> after.isSignedBy(SIGNER, Map.of(KEY.id(), KEY)))
                .ifPresent(after -> assertThat(after.signed()).isEqualTo(before.signed()));
    }

    private static Optional<Signed<?>> read(Metadata metadata, byte[] file) {
        try {
            return Optional.of(Signed.read(kind(metadata), "file", file));
        } catch (TrustException e) {
            return Optional.empty();
        }
    }

    private static Kind<?> kind(Metadata metadata) {
        if (metadata instanceof Root) {
            return Kind.ROOT;
        }
        if (metadata instanceof Timestamp) {
            return Kind.TIMESTAMP;
        }
        return metadata instanceof Snapshot ? Kind.SNAPSHOT : Kind.TARGETS;
    }

    @Provide
    Arbitrary<Metadata> metadata() {
        return Arbitraries.oneOf(roots(), timestamps(), snapshots(), targets());
    }

    private static Arbitrary<Metadata> roots() {
        return Combinators.combine(headers(), Arbitraries.of(true, false), keys(), roles(), roles(), roles(), roles())
                .as((header, consistent, keys, root, timestamp, snapshot, targets) -> new Root(
                        header,
                        consistent,
                        keys,
                        Map.of("root", root, "timestamp", timestamp, "snapshot", snapshot, "targets", targets)));
    }

    private static Arbitrary<Metadata> timestamps() {
        return Combinators.combine(headers(), metaFiles()).as(Timestamp::new);
    }

    private static Arbitrary<Metadata> snapshots() {
        return Combinators.combine(
                        headers(), Arbitraries.maps(names(), metaFiles()).ofMaxSize(3))
                .as(Snapshot::new);
    }

    private static Arbitrary<Metadata> targets() {
        return Combinators.combine(
                        headers(), Arbitraries.maps(names(), targetFiles()).ofMaxSize(3), delegations())
                .as(Targets::new);
    }

    private static Arbitrary<Header> headers() {
        return Combinators.combine(
                        Arbitraries.of("1.0.34", "1.0", "1", "1.999"),
                        Arbitraries.longs().between(1, Header.LAST_VERSION),
                        Arbitraries.longs().between(0, 250_000_000_000L).map(Instant::ofEpochSecond),
                        extras())
                .as(Header::new);
    }

    private static Arbitrary<MetaFile> metaFiles() {
        return Combinators.combine(
                        Arbitraries.longs().between(1, Header.LAST_VERSION),
                        Arbitraries.longs()
                                .between(1, Long.MAX_VALUE)
                                .map(OptionalLong::of)
                                .injectNull(0.3)
                                .map(length -> length == null ? OptionalLong.empty() : length),
                        Arbitraries.oneOf(digests(), Arbitraries.of(Digests.NONE)),
                        extras())
                .as(MetaFile::new);
    }

    private static Arbitrary<TargetFile> targetFiles() {
        return Combinators.combine(Arbitraries.longs().between(0, Long.MAX_VALUE), digests(), extras())
                .as(TargetFile::new);
    }

    private static Arbitrary<Digests> digests() {
        return names().map(digest -> new Digests(Map.of("sha256", digest, "other", "x")));
    }

    private static Arbitrary<Delegations> delegations() {
        Arbitrary<PathSet> paths = Arbitraries.oneOf(
                names().list().ofMaxSize(3).map(PathSet::patterns),
                names().list().ofMaxSize(3).map(PathSet::hashPrefixes));
        Arbitrary<DelegatedRole> role = Combinators.combine(names(), roles(), Arbitraries.of(true, false), paths)
                .as(DelegatedRole::new);
        return Combinators.combine(keys(), role.list().ofMaxSize(3).uniqueElements(DelegatedRole::name), extras())
                .as(Delegations::new);
    }

    private static Arbitrary<Role> roles() {
        return Combinators.combine(
                        names().list().uniqueElements().ofMaxSize(3),
                        Arbitraries.integers().between(1, Integer.MAX_VALUE),
                        extras())
                .as(Role::new);
    }

    private static Arbitrary<Map<String, Key>> keys() {
        return names().set().ofMaxSize(2).map(MetadataLawsTest::keys);
    }

    private static Map<String, Key> keys(Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> KEY));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings()
                .alpha()
                .numeric()
                .withChars("./-_ é\"\\")
                .ofMinLength(5)
                .ofMaxLength(9)
                .filter(name -> !Root.isTopLevel(name));
    }

    private static Arbitrary<JsonObject> extras() {
        return Arbitraries.maps(
                        names().map(name -> "x-" + name),
                        Arbitraries.of(Json.integer(1), Json.text("é"), JsonObject.EMPTY))
                .ofMaxSize(2)
                .map(JsonObject::new);
    }
}
