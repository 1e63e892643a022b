package dev.dovetail.provisioner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.provisioner.catalog.RequirementFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.VersionRange;

class VersionSpanTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[26.0.0,30.0.0) | [26,30)",
                "(1.2.0,1.3.4]   | (1.2,1.3.4]",
                "1.2.0           | 1.2",
                "[1.0.0.a,2.0.0) | [1.0.0.a,2)",
                "[1.5.0,1.5.0]   | [1.5,1.5]",
                "(1.0.0,2.0.0)   | (1,2)"
            })
    void givesBackARangeWithoutTrailingZeros(String range, String expected) {
        var text = "(&(x=y)" + new VersionRange(range).toFilterString("version") + ")";

        assertThat(VersionSpan.of(RequirementFilter.parse(text)).text()).isEqualTo(expected);
    }

    @Test
    void isEmptyWhenAnyVersionWillDo() {
        assertThat(VersionSpan.of(RequirementFilter.parse("(x=y)")).text()).isEmpty();
    }

    @Test
    void showsAVersionThatIsNoneAsItIsWritten() {
        assertThat(VersionSpan.of(RequirementFilter.parse("(version=abc)")).text())
                .isEqualTo("[abc,abc]");
        assertThat(VersionSpan.of(RequirementFilter.parse("(!(version>=2.0))")).text())
                .isEqualTo("[0,2)");
        assertThat(VersionSpan.of(RequirementFilter.parse("(!(version<=2.0))")).text())
                .isEqualTo("(2,∞)");
        assertThat(VersionSpan.of(RequirementFilter.parse("(!(version=2.0))")).text())
                .isEmpty();
    }
}
