package dev.dovetail.provisioner.catalog;

import static dev.dovetail.provisioner.catalog.BundleSketch.feature;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MandateTest {

    private static final Instant NOON = Instant.parse("2026-12-01T12:00:00Z");

    private static BundleSketch mandated(Map<String, Object> attributes) {
        return feature("charts", "1.1.0").provides(Mandate.NAMESPACE, attributes, Map.of());
    }

    @Test
    void whatIsWrittenIsRead() {
        var mandate = new Mandate(NOON.plusNanos(5), "A gap is closed.");
        var clause = mandate.clause();

        assertThat(Mandate.of(mandated(clause.attributes()).build())).contains(mandate);
        assertThat(mandate.by()).isEqualTo(NOON);
        assertThat(Mandate.of(feature("charts", "1.1.0").build())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2026-12-01T12:00Z", "2026-12-01T12:00:00Z", "2026-12-01T13:00+01:00", "2026-12-01T06:30:00-05:30"})
    void aMomentIsTheSameInEveryTimeZone(String text) {
        assertThat(Mandate.moment(text)).isEqualTo(NOON);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tomorrow",
                "2026-12-01",
                "2026-12-01T12:00",
                "2026-02-30T12:00Z",
                "2026-12-01T25:00Z",
                "+12026-12-01T12:00Z",
                "2026-12-01T12:00:00.5Z",
                "2026-12-01T12:00+99:00"
            })
    void whatIsNoMomentOrHasNoTimeZoneIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mandate.moment(text))
                .withMessage("expected a moment with its time zone, such as 2026-12-01T12:00Z, found \"" + text + "\"");
    }

    @Test
    void whatIsFoundInsteadIsToldInPart() {
        assertThatThrownBy(() -> Mandate.moment("x".repeat(100_000))).message().hasSizeLessThan(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"two\nlines", "a\u0007bell", "\u202Eturned round", "zero\u200Bwidth", "\u2028", "\uD800"})
    void aReasonIsOneLineOfReadableCharacters(String because) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mandate(NOON, because))
                .withMessageStartingWith("expected a reason in one line of readable characters, found U+");
    }

    @Test
    void aReasonHasItsLength() {
        assertThat(new Mandate(NOON, "é".repeat(Mandate.LONGEST)).because()).hasSize(Mandate.LONGEST);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mandate(NOON, "x".repeat(Mandate.LONGEST + 1)))
                .withMessage("expected a reason of at most 200 characters, found 201");
    }

    @Test
    void aFeatureWhoseMandateCannotBeUnderstoodIsLeftOutWithTheReason() {
        assertThat(reason(mandated(Map.of(Mandate.NAMESPACE, "soon"))))
                .isEqualTo("expected a moment with its time zone, such as 2026-12-01T12:00Z, found \"soon\"");
        assertThat(reason(mandated(Map.of(Mandate.NAMESPACE, 5L))))
                .startsWith("expected dovetail.mandatory and because");
        assertThat(reason(mandated(Map.of("because", "x")))).startsWith("expected dovetail.mandatory and because");
        var one = new Mandate(NOON, "").clause();
        assertThat(reason(mandated(one.attributes()).provides(Mandate.NAMESPACE, one.attributes(), Map.of())))
                .isEqualTo("expected one dovetail.mandatory, found 2");
    }

    private static String reason(BundleSketch sketch) {
        return ((FeatureReading.Unusable) FeatureReading.of(sketch.build())).reason();
    }
}
