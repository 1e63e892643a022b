package dev.dovetail.trust.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.trust.sample.Keys;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RememberingVerifierTest {

    private static final byte[] MESSAGE = "a message".getBytes(UTF_8);

    private final KeyPair pair = Keys.ed25519();
    private final Key key = Key.of(pair.getPublic());
    private final Signature good = Signer.of(pair).sign(MESSAGE);
    private final List<byte[]> calculated = new ArrayList<>();
    private final Verifier verifier = new RememberingVerifier((of, message, signature) -> {
        calculated.add(message);
        return of.verifies(message, signature);
    });

    @Test
    void aGoodSignatureIsCalculatedOnce() {
        assertThat(verifier.verifies(key, MESSAGE, good)).isTrue();
        assertThat(verifier.verifies(key, MESSAGE.clone(), good)).isTrue();

        assertThat(calculated).hasSize(1);
    }

    @Test
    void theSameSignatureOfAnotherMessageIsNotRecognised() {
        assertThat(verifier.verifies(key, MESSAGE, good)).isTrue();

        assertThat(verifier.verifies(key, "another message".getBytes(UTF_8), good))
                .isFalse();
    }

    @Test
    void theSameMessageWithAnotherSignatureIsNotRecognised() {
        assertThat(verifier.verifies(key, MESSAGE, good)).isTrue();

        assertThat(verifier.verifies(key, MESSAGE, Signature.of(key.id(), new byte[64])))
                .isFalse();
    }

    @Test
    void anotherKeyIsNotTakenForTheOneThatSigned() {
        assertThat(verifier.verifies(key, MESSAGE, good)).isTrue();

        assertThat(verifier.verifies(Key.of(Keys.ed25519().getPublic()), MESSAGE, good))
                .isFalse();
    }

    @Test
    void aBadSignatureIsCalculatedEachTime() {
        Signature bad = Signature.of(key.id(), new byte[64]);

        assertThat(verifier.verifies(key, MESSAGE, bad)).isFalse();
        assertThat(verifier.verifies(key, MESSAGE, bad)).isFalse();

        assertThat(calculated).hasSize(2);
    }

    @Test
    void whatWasNotAskedForTheLongestIsForgottenFirst() {
        Verifier believing = new RememberingVerifier((of, message, signature) -> calculated.add(message));
        for (int i = 0; i <= RememberingVerifier.MOST; i++) {
            believing.verifies(key, new byte[] {(byte) i, (byte) (i >> 8)}, good);
        }
        calculated.clear();

        believing.verifies(
                key, new byte[] {(byte) RememberingVerifier.MOST, (byte) (RememberingVerifier.MOST >> 8)}, good);
        assertThat(calculated).isEmpty();
        believing.verifies(key, new byte[] {0, 0}, good);
        assertThat(calculated).hasSize(1);
    }
}
