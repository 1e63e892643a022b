package dev.dovetail.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Version;
import picocli.CommandLine.TypeConversionException;

class FeatureRangeTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "explorer|explorer",
                "explorer@[1,2)|explorer@[1.0.0,2.0.0)",
                "explorer@1.0.0|explorer@[1.0.0,1.0.0]"
            })
    void saysWhatWasTyped(String typed, String said) {
        assertThat(FeatureRange.parse(typed)).hasToString(said);
    }

    @Test
    void aVersionAloneIsThatVersionAndNoNewerOne() {
        FeatureRange exact = FeatureRange.parse("explorer@1.0.0");

        assertThat(exact.orAny().includes(new Version("1.0.0"))).isTrue();
        assertThat(exact.orAny().includes(new Version("1.0.1"))).isFalse();
        assertThat(FeatureRange.parse("explorer").orAny().includes(new Version("9.9.9")))
                .isTrue();
    }

    @Test
    void whatIsNoRangeIsRefusedInWords() {
        assertThatThrownBy(() -> new FeatureRange.Typed().convert("explorer@soon"))
                .isInstanceOf(TypeConversionException.class)
                .hasMessageContaining("[1.2,2)")
                .hasMessageContaining("explorer@soon");
    }
}
