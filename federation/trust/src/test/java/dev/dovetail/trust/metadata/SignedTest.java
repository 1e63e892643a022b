package dev.dovetail.trust.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.dovetail.trust.failure.Reason;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.sample.Keys;
import java.security.KeyPair;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedTest {

    private static final Instant EXPIRES = Instant.parse("2030-01-02T03:04:05Z");
    private static final Timestamp TIMESTAMP = new Timestamp(Header.of(7, EXPIRES), MetaFile.of(3));

    private final KeyPair one = Keys.ed25519();
    private final KeyPair two = Keys.ecdsa("secp256r1");
    private final String first = Key.of(one.getPublic()).id();
    private final String second = Key.of(two.getPublic()).id();
    private final Map<String, Key> keys = Map.of(first, Key.of(one.getPublic()), second, Key.of(two.getPublic()));
    private final Role both = Role.of(List.of(first, second), 2);

    @Test
    void aFileIsWrittenInTheFormOfTheSpecification() {
        assertThat(new String(Signed.unsigned(TIMESTAMP).bytes(), UTF_8))
                .isEqualTo(
                        "{\"signed\":{\"_type\":\"timestamp\",\"spec_version\":\"1.0.34\",\"version\":7,"
                                + "\"expires\":\"2030-01-02T03:04:05Z\",\"meta\":{\"snapshot.json\":{\"version\":3}}},\"signatures\":[]}");
    }

    @Test
    void aSignedFileIsReadAgainWithItsSignatures() throws Exception {
        Signed<Timestamp> file = Signed.unsigned(TIMESTAMP).signedBy(List.of(Signer.of(one), Signer.of(two)));

        Signed<Timestamp> read = Signed.read(Kind.TIMESTAMP, "timestamp.json", file.bytes());

        assertThat(read).isEqualTo(file);
        assertThat(read.isSignedBy(both, keys)).isTrue();
    }

    @Test
    void signaturesCanBeAddedOneByOneAndReplaceTheSameKeysFormerOne() throws Exception {
        Signed<Timestamp> file = Signed.unsigned(TIMESTAMP).with(Signature.of(first, new byte[] {1}));
        assertThat(file.signers(both, keys)).isZero();

        Signed<Timestamp> signed = file.with(Signer.of(one).sign(file.canonical()));

        assertThat(signed.signatures()).hasSize(1);
        assertThat(signed.signers(both, keys)).isEqualTo(1);
        assertThat(signed.isSignedBy(both, keys)).isFalse();
    }

    @Test
    void aSignatureOfAKeyThatIsNotTheRolesDoesNotCount() {
        Signed<Timestamp> file = Signed.unsigned(TIMESTAMP).signedBy(List.of(Signer.of(one), Signer.of(two)));

        assertThat(file.signers(Role.of(List.of(second), 1), keys)).isEqualTo(1);
        assertThat(file.signers(Role.of(List.of("other"), 1), keys)).isZero();
        assertThat(file.signers(both, Map.of())).isZero();
    }

    @Test
    void aKeyThatGoesByTwoIdsCountsOnce() {
        Signed<Timestamp> file = Signed.unsigned(TIMESTAMP);
        Signature signature = Signer.of(one).sign(file.canonical());
        Signed<Timestamp> twice =
                file.with(signature).with(new Signature("alias", signature.value(), JsonObject.EMPTY));
        Key key = Key.of(one.getPublic());
        Key disguised =
                new Key(key.type(), key.scheme(), key.value(), key.json().with("x", Json.integer(1)));

        assertThat(twice.signers(Role.of(List.of(first, "alias"), 2), Map.of(first, key, "alias", disguised)))
                .isEqualTo(1);
    }

    @Test
    void membersThatNobodyKnowsAreSignedToo() throws Exception {
        Header odd = new Header("1.0.0", 1, EXPIRES, JsonObject.EMPTY.with("x-dovetail", Json.text("kept")));
        Signed<Timestamp> file =
                Signed.unsigned(new Timestamp(odd, MetaFile.of(1))).signedBy(List.of(Signer.of(one)));
        Signed<Timestamp> read = Signed.read(Kind.TIMESTAMP, "timestamp.json", file.bytes());

        assertThat(read.content().header().extra().text("x-dovetail")).isEqualTo("kept");
        assertThat(read.signers(both, keys)).isEqualTo(1);
        byte[] changed = new String(file.bytes(), UTF_8).replace("kept", "lost").getBytes(UTF_8);
        assertThat(Signed.read(Kind.TIMESTAMP, "timestamp.json", changed).signers(both, keys))
                .isZero();
    }

    @Test
    void blanksAndOrderChangeNothing() throws Exception {
        Signed<Timestamp> file = Signed.unsigned(TIMESTAMP).signedBy(List.of(Signer.of(one)));
        String spread =
                "{ \"signatures\" : [{ \"sig\":\"" + file.signatures().get(0).value() + "\", \"keyid\":\"" + first
                        + "\"}],\n \"signed\": {\"version\": 7, \"meta\": {\"snapshot.json\": {\"version\": 3}}, \"_type\": \"timestamp\","
                        + "\"spec_version\": \"1.0.34\", \"expires\": \"2030-01-02T03:04:05Z\"}}";

        assertThat(Signed.read(Kind.TIMESTAMP, "t", spread.getBytes(UTF_8)).signers(both, keys))
                .isEqualTo(1);
    }

    @Test
    void twoSignaturesOfOneKeyAreRefused() {
        refused(
                "{\"signed\":" + signed("1.0")
                        + ",\"signatures\":[{\"keyid\":\"a\",\"sig\":\"\"},{\"keyid\":\"a\",\"sig\":\"\"}]}",
                Reason.MALFORMED);
    }

    @Test
    void anotherMajorVersionOfTheSpecificationIsRefused() {
        refused(file(signed("2.0")), Reason.UNSUPPORTED);
        refused(file(signed("10.0")), Reason.UNSUPPORTED);
        refused(file(signed("")), Reason.UNSUPPORTED);
    }

    @Test
    void theMessageNamesTheFileAndWhatIsWrongInIt() {
        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> Signed.read(
                        Kind.SNAPSHOT,
                        "2.snapshot.json",
                        Signed.unsigned(TIMESTAMP).bytes()))
                .withMessage(
                        "Can't read snapshot metadata: expected \"_type\" snapshot, found timestamp, in 2.snapshot.json")
                .satisfies(refusal -> {
                    assertThat(refusal.reason()).isEqualTo(Reason.MALFORMED);
                    assertThat(refusal.code()).isEqualTo("DT-TRUST-001");
                    assertThat(refusal.hint()).isNotEmpty();
                });
    }

    private static String signed(String specification) {
        return "{\"_type\":\"timestamp\",\"spec_version\":\"" + specification
                + "\",\"version\":7,\"expires\":\"2030-01-02T03:04:05Z\",\"meta\":{\"snapshot.json\":{\"version\":3}}}";
    }

    private static String file(String signed) {
        return "{\"signed\":" + signed + ",\"signatures\":[]}";
    }

    private static void refused(String file, Reason reason) {
        assertThatExceptionOfType(TrustException.class)
                .isThrownBy(() -> Signed.read(Kind.TIMESTAMP, "timestamp.json", file.getBytes(UTF_8)))
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
