package dev.dovetail.provisioner.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

class PinsTest {

    private final Pins pins = Pins.NONE.with("charts", new VersionRange("[1,2)"));

    @Test
    void aPinAdmitsItsVersionsAndOtherFeaturesAreFree() {
        assertThat(pins.admit("charts", Version.valueOf("1.9"))).isTrue();
        assertThat(pins.admit("charts", Version.valueOf("2"))).isFalse();
        assertThat(pins.admit("maps", Version.valueOf("2"))).isTrue();
    }

    @Test
    void aLaterPinTakesThePlaceOfAnEarlierOneAndOneThatIsTakenAwayIsGone() {
        assertThat(pins.with("charts", new VersionRange("[3,4)")).of("charts")).contains(new VersionRange("[3,4)"));
        assertThat(pins.without("charts")).isEqualTo(Pins.NONE);
    }
}
