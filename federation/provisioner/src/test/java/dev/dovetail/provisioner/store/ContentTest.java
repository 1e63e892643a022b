package dev.dovetail.provisioner.store;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "../../../../../../../../../../../../../../../../../../../../../../",
                "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b8551"
            })
    void onlySixtyFourLowerCaseDigitsAreADigest(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Content(text, 1))
                .withMessageContaining(text);
    }

    @Test
    void aSizeIsNotNegative() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Content("0".repeat(64), -1))
                .withMessageContaining("-1");
    }
}
