package dev.dovetail.trust.metadata;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DigestsTest {

    private static final byte[] ABC = "abc".getBytes(UTF_8);
    private static final String SHA256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    private static final String SHA512 = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
            + "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";

    @Test
    void everyDigestThatIsKnownMustBeRight() {
        assertThat(new Digests(Map.of("sha256", SHA256)).match(ABC)).isTrue();
        assertThat(new Digests(Map.of("sha512", SHA512)).match(ABC)).isTrue();
        assertThat(new Digests(Map.of("sha256", SHA256, "sha512", SHA512)).match(ABC))
                .isTrue();
        assertThat(new Digests(Map.of("sha256", SHA256, "sha512", SHA256)).match(ABC))
                .isFalse();
        assertThat(new Digests(Map.of("sha256", SHA256)).match(new byte[0])).isFalse();
        assertThat(Digests.NONE.match(ABC)).isTrue();
    }

    @Test
    void digestsThatAreUnknownOrWeakAreNotEnough() {
        assertThat(new Digests(Map.of("sha256", SHA256, "blake3", "00")).match(ABC))
                .isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> new Digests(Map.of("md5", "00", "blake3", "00")));
    }

    @Test
    void aFileCanBeReadPieceByPiece() {
        DigestCheck check = new Digests(Map.of("sha256", SHA256, "sha512", SHA512)).check();
        check.update(new byte[] {'a', 'x'}, 1);
        check.update(new byte[] {'b', 'c'}, 2);

        assertThat(check.matches()).isTrue();
    }

    @Test
    void fileNamesCarrySha256WhereThereIsOne() {
        assertThat(new Digests(Map.of("sha256", SHA256, "sha512", SHA512)).preferred())
                .contains(SHA256);
        assertThat(new Digests(Map.of("sha512", SHA512)).preferred()).contains(SHA512);
        assertThat(Digests.NONE.preferred()).isEmpty();
    }
}
