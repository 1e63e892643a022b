package dev.dovetail.shell.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.federation.Active;
import org.junit.jupiter.api.Test;

class RunningVersionsTest {

    private static final Active OLD = new Active("charts", "1.0.0", 7);
    private static final Active NEW = new Active("charts", "1.1.0", 8);

    private final RunningVersions running = new RunningVersions();

    @Test
    void pointsToWhatWasActivated() {
        assertThat(running.of("charts")).isEmpty();
        running.activated(OLD);
        assertThat(running.of("charts")).contains(OLD);
    }

    @Test
    void ignoresAnAnswerThatAHandOverHasOvertaken() {
        running.activated(OLD);
        running.handedOver(OLD, NEW);
        running.activated(OLD);
        assertThat(running.of("charts")).contains(NEW);
    }

    @Test
    void goesBackWhenHandedBack() {
        running.handedOver(OLD, NEW);
        running.handedOver(NEW, OLD);
        running.activated(OLD);
        assertThat(running.of("charts")).contains(OLD);
    }

    @Test
    void forgetsWhatWasClosedButNotItsSuccessor() {
        running.handedOver(OLD, NEW);
        running.closed(OLD);
        assertThat(running.of("charts")).contains(NEW);
        running.closed(NEW);
        assertThat(running.of("charts")).isEmpty();
    }
}
