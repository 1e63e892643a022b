package dev.dovetail.shell.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.Callback;
import dev.dovetail.shell.fixture.ShellFixture;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A feature misbehaves in each of its callbacks; the window works beside it, and says whose fault it is. */
class FaultInjectionTest {

    private final Path directory;

    FaultInjectionTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @ParameterizedTest
    @EnumSource
    void theWindowWorksBesideAFeatureThatThrows(Callback where) throws Exception {
        AtomicBoolean thrown = new AtomicBoolean();
        Runnable misdeed = () -> {
            thrown.set(true);
            throw new IllegalStateException("injected");
        };
        try (FaultyScene scene = new FaultyScene(directory, where, misdeed)) {
            scene.provoke();
            ShellFixture.until(where + " throws", thrown::get);
            ShellFixture.until("its name", scene::isNamed);
            scene.goAbout();
        }
    }

    /** On the JavaFX application thread nothing goes on while it hangs; afterwards everything does. */
    @ParameterizedTest
    @EnumSource
    void theWindowWorksAfterAFeatureThatHangsAndNamesItMeanwhile(Callback where) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Runnable misdeed = () -> {
            begun.countDown();
            await(release);
        };
        try (FaultyScene scene = new FaultyScene(directory, where, misdeed)) {
            scene.provoke();
            begun.await();
            if (!where.isElsewhere()) {
                ShellFixture.until(
                        "its name", () -> scene.log.heard("Faulty 1.0.0 holds up the window", "FaultInjectionTest"));
                release.countDown();
                ShellFixture.until("a note", () -> scene.shell.toasts().stream()
                        .anyMatch(text -> text.startsWith("Faulty held up the window for ")));
            }
            scene.goAbout();
            release.countDown();
        }
    }

    /** What it started goes on after its view is closed, and throws then. */
    @ParameterizedTest
    @EnumSource(names = {"TIMELINE", "RUN_LATER", "UI", "BACKGROUND", "OWN_THREAD"})
    void theWindowWorksBesideAFeatureThatLeaks(Callback where) throws Exception {
        AtomicBoolean thrown = new AtomicBoolean();
        Runnable misdeed = () -> {
            thrown.set(true);
            throw new IllegalStateException("injected");
        };
        try (FaultyScene scene = new FaultyScene(directory, where, misdeed)) {
            scene.provokeOnceItIsClosed();
            ShellFixture.until(where + " throws", thrown::get);
            ShellFixture.until("its name", () -> scene.log.heard("Faulty 1.0.0 threw"));
            scene.goAbout();
        }
    }

    /** What it left behind finds the way back into its own view as little as into any other. */
    @Test
    void aViewThatIsClosedGoesNowhere() throws Exception {
        AtomicBoolean called = new AtomicBoolean();
        try (FaultyScene scene = new FaultyScene(directory, Callback.NAVIGATE, () -> called.set(true))) {
            scene.provokeOnceItIsClosed();
            scene.goAbout();

            assertThat(scene.made).hasSize(1);
            assertThat(scene.shell.has("#tab-faulty-main")).isFalse();
            assertThat(called).isFalse();
        }
    }

    private static void await(CountDownLatch release) {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
