package dev.dovetail.trust;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private static final Fingerprint ABC = Fingerprint.of("abc".getBytes(StandardCharsets.UTF_8));

    @Test
    void itIsTheSha256DigestInGroupsOfFour() {
        assertThat(ABC).hasToString("ba78 16bf 8f01 cfea 4141 40de 5dae 2223 b003 61a3 9617 7a9c b410 ff61 f200 15ad");
    }

    @Test
    void itIsReadAsPeopleTypeIt() {
        assertThat(Fingerprint.parse(ABC.toString())).isEqualTo(ABC);
        assertThat(Fingerprint.parse(" BA7816BF 8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F200 15AD\n"))
                .isEqualTo(ABC);
        assertThat(Fingerprint.parse(ABC.sha256())).isEqualTo(ABC);
    }

    @Test
    void whatIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(""));
        assertThatIllegalArgumentException().isThrownBy(() -> Fingerprint.parse(ABC + " 00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Fingerprint.parse("g" + ABC.sha256().substring(1)));
    }
}
