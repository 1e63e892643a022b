package dev.dovetail.trust.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import dev.dovetail.trust.sample.Keys;
import java.security.KeyPair;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyTest {

    private static final byte[] MESSAGE = "what is signed".getBytes(UTF_8);

    static Stream<KeyPair> pairs() {
        return Stream.of(Keys.ed25519(), Keys.ecdsa("secp256r1"), Keys.rsa(2048));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aKeyVerifiesWhatItsOtherHalfSignedAndNothingElse(KeyPair pair) throws Exception {
        Key key = Key.read(Key.of(pair.getPublic()).json());
        Signature good = Signer.of(pair).sign(MESSAGE);

        assertThat(good.keyId()).isEqualTo(key.id());
        assertThat(key.verifies(MESSAGE, good)).isTrue();
        assertThat(key.verifies("something else".getBytes(UTF_8), good)).isFalse();
        assertThat(key.verifies(
                        MESSAGE, new Signature(key.id(), good.value().replaceFirst("..$", "zz"), JsonObject.EMPTY)))
                .isFalse();
        assertThat(key.verifies(MESSAGE, Signature.of(key.id(), new byte[64]))).isFalse();
        assertThat(key.verifies(MESSAGE, Signature.of(key.id(), new byte[0]))).isFalse();
        assertThat(Key.of(pair.getPublic()).material()).contains(pair.getPublic());
    }

    @Test
    void eachTypeOfKeyIsWrittenAsTheSpecificationHasIt() throws Exception {
        Key ed25519 = Key.of(Keys.ed25519().getPublic());
        Key ecdsa = Key.of(Keys.ecdsa("secp256r1").getPublic());
        Key rsa = Key.of(Keys.rsa(2048).getPublic());

        assertThat(ed25519.type() + "/" + ed25519.scheme()).isEqualTo("ed25519/ed25519");
        assertThat(ed25519.value().text("public")).matches("[0-9a-f]{64}");
        assertThat(ecdsa.type() + "/" + ecdsa.scheme()).isEqualTo("ecdsa/ecdsa-sha2-nistp256");
        assertThat(rsa.type() + "/" + rsa.scheme()).isEqualTo("rsa/rsassa-pss-sha256");
        assertThat(rsa.value().text("public"))
                .startsWith("-----BEGIN PUBLIC KEY-----\n")
                .endsWith("-----END PUBLIC KEY-----\n");
    }

    /** From RFC 8032, section 7.1, test 2. */
    @Test
    void aKnownSignatureOfAKnownKeyIsGood() throws Exception {
        Key key = key("ed25519", "ed25519", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        Signature signature = new Signature(
                "any",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
                JsonObject.EMPTY);

        assertThat(key.verifies(new byte[] {0x72}, signature)).isTrue();
    }

    @Test
    void theIdIsTheDigestOfTheCanonicalForm() throws Exception {
        Key key = key("ed25519", "ed25519", "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        String canonical =
                "{\"keytype\":\"ed25519\",\"keyval\":{\"public\":\"3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c\"},\"scheme\":\"ed25519\"}";

        assertThat(key.id())
                .isEqualTo(Digests.sha256(canonical.getBytes(UTF_8)).sha256().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "zz",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c00",
                "-----BEGIN PUBLIC KEY-----",
                "-----BEGIN PUBLIC KEY-----!-----END PUBLIC KEY-----"
            })
    void aMalformedKeyVerifiesNothing(String value) throws Exception {
        Signature signature = Signer.of(Keys.ed25519()).sign(MESSAGE);

        assertThat(key("ed25519", "ed25519", value).verifies(MESSAGE, signature))
                .isFalse();
        assertThat(key("ecdsa", "ecdsa-sha2-nistp256", value).verifies(MESSAGE, signature))
                .isFalse();
        assertThat(key("rsa", "rsassa-pss-sha256", value).material()).isEmpty();
    }

    @Test
    void aKeyOfAnUnknownTypeOrSchemeIsReadAndVerifiesNothing() throws Exception {
        KeyPair pair = Keys.ed25519();
        String value = Key.of(pair.getPublic()).value().text("public");
        Signature signature = Signer.of(pair).sign(MESSAGE);

        assertThat(key("ed25519", "ed25519", value).verifies(MESSAGE, signature))
                .isTrue();
        assertThat(key("ed448", "ed448", value).verifies(MESSAGE, signature)).isFalse();
        assertThat(key("ed25519", "none", value).verifies(MESSAGE, signature)).isFalse();
        assertThat(key("rsa", "ed25519", value).verifies(MESSAGE, signature)).isFalse();
        assertThat(Key.read(JsonObject.EMPTY
                                .with("keytype", Json.text("ed25519"))
                                .with("scheme", Json.text("ed25519"))
                                .with("keyval", JsonObject.EMPTY.with("private", Json.integer(1))))
                        .verifies(MESSAGE, signature))
                .isFalse();
    }

    @Test
    void olderMetadataNameTheTypeOfAP256KeyAfterItsScheme() throws Exception {
        KeyPair pair = Keys.ecdsa("secp256r1");
        String value = Key.of(pair.getPublic()).value().text("public");

        assertThat(key("ecdsa-sha2-nistp256", "ecdsa-sha2-nistp256", value)
                        .verifies(MESSAGE, Signer.of(pair).sign(MESSAGE)))
                .isTrue();
    }

    @Test
    void otherCurvesAndShortRsaKeysAreNotBelieved() throws Exception {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(Keys.ecdsa("secp384r1").getPublic()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Key.of(Keys.rsa(1024).getPublic()));
        assertThat(key(
                                "ecdsa",
                                "ecdsa-sha2-nistp256",
                                Pem.encode(Keys.ecdsa("secp384r1").getPublic().getEncoded()))
                        .material())
                .isEmpty();
        assertThat(key(
                                "rsa",
                                "rsassa-pss-sha256",
                                Pem.encode(Keys.rsa(1024).getPublic().getEncoded()))
                        .material())
                .isEmpty();
    }

    /** CVE-2022-21449: some Java releases took it for a good one of any key. */
    @Test
    void aSignatureOfZeroesIsNoSignature() throws Exception {
        Key key = Key.of(Keys.ecdsa("secp256r1").getPublic());

        assertThat(key.verifies(MESSAGE, Signature.of("any", HexFormat.of().parseHex("3006020100020100"))))
                .isFalse();
    }

    @Test
    void aDescriptionWithoutTypeSchemeOrValueIsNoKey() {
        assertThatExceptionOfType(JsonException.class).isThrownBy(() -> Key.read(JsonObject.EMPTY));
        assertThatExceptionOfType(JsonException.class)
                .isThrownBy(() -> Key.read(
                        JsonObject.EMPTY.with("keytype", Json.text("ed25519")).with("scheme", Json.text("ed25519"))));
    }

    private static Key key(String type, String scheme, String value) throws JsonException {
        return Key.read(JsonObject.EMPTY
                .with("keytype", Json.text(type))
                .with("scheme", Json.text(scheme))
                .with("keyval", JsonObject.EMPTY.with("public", Json.text(value))));
    }
}
