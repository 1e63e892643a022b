package dev.dovetail.shell.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dovetail.federation.Active;
import dev.dovetail.shell.fixture.MemoryServices;
import dev.dovetail.shell.fixture.NodeView;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import javafx.scene.Group;
import org.junit.jupiter.api.Test;

class TimedServicesTest {

    private static final Active NOTES = new Active("notes", "1.0.0", 1);

    private final MemoryServices inner = new MemoryServices();
    private final Executor threads = task -> {
        Thread thread = new Thread(task, "timed-services-test");
        thread.setDaemon(true);
        thread.start();
    };
    private final FeatureServices services = new TimedServices(inner, threads, Duration.ofSeconds(1));

    @Test
    void whatIsMadeInTimeIsLeasedAndGivenBackAsEver() throws Exception {
        NodeView view = new NodeView(context -> new Group());
        inner.view("notes.main", active -> view);

        var lease = services.view(NOTES, "notes.main");

        assertThat(lease.value()).isSameAs(view);
        lease.close();
        assertThat(inner.leased()).isZero();
    }

    @Test
    void whatAConstructorThrowsIsSaidAsItWasThrown() {
        inner.view("notes.main", active -> {
            throw new IllegalStateException("its file is locked");
        });

        assertThatThrownBy(() -> services.view(NOTES, "notes.main"))
                .isInstanceOf(MissingServiceException.class)
                .hasMessageContaining("its file is locked")
                .hasCauseInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> services.view(NOTES, "notes.other"))
                .isInstanceOf(MissingServiceException.class)
                .hasMessage("Expected notes to offer notes.other.");
    }

    @Test
    void aCommandThatIsNotMadeInTimeIsGivenUpByNameAndGivenBackWhenItComes() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch leased = new CountDownLatch(1);
        inner.command("notes.do", context -> {});
        FeatureServices slow = new TimedServices(
                inner,
                task -> threads.execute(() -> {
                    await(release);
                    task.run();
                    leased.countDown();
                }),
                Duration.ofSeconds(1));

        assertThatThrownBy(() -> slow.command(NOTES, "notes.do"))
                .isInstanceOf(MissingServiceException.class)
                .hasMessageStartingWith("Expected notes 1.0.0 to create notes.do within 1 s");
        release.countDown();
        leased.await();
        assertThat(inner.leased()).isZero();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
