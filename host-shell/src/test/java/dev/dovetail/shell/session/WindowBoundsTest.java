package dev.dovetail.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindowBoundsTest {

    @Test
    void staysAsItWasWhereItFits() {
        WindowBounds bounds = new WindowBounds(100, 50, 1200, 700, false);

        assertThat(bounds.on(0, 0, 1440, 900)).isEqualTo(bounds);
    }

    @Test
    void comesOntoASmallerScreenWhole() {
        WindowBounds bounds = new WindowBounds(100, 50, 1440, 900, true);

        assertThat(bounds.on(0, 0, 1280, 800)).isEqualTo(new WindowBounds(0, 0, 1280, 800, true));
    }

    @Test
    void isMovedRatherThanShrunkWhereThereIsRoom() {
        WindowBounds bounds = new WindowBounds(2500, -20, 800, 600, false);

        assertThat(bounds.on(1920, 0, 1280, 800)).isEqualTo(new WindowBounds(2400, 0, 800, 600, false));
    }
}
