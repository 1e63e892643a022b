package dev.dovetail.shell.threads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dovetail.shell.fixture.ShellFixture;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DaemonPoolTest {

    @Test
    void runsOnDaemonThreadsOfItsNameThatEndWhenIdle() throws Exception {
        try (DaemonPool pool = new DaemonPool("charts", fault -> {})) {
            CompletableFuture<Thread> thread = new CompletableFuture<>();
            pool.execute(() -> thread.complete(Thread.currentThread()));
            Thread worker = thread.get(5, TimeUnit.SECONDS);
            assertThat(worker.getName()).isEqualTo("charts-1");
            assertThat(worker.isDaemon()).isTrue();
            ShellFixture.until("the idle thread's end", () -> !worker.isAlive());
        }
    }

    @Test
    void reportsWhatATaskThrows() {
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        try (DaemonPool pool = new DaemonPool("charts", faults::add)) {
            pool.execute(() -> {
                throw new IllegalStateException("lost");
            });
            ShellFixture.until("the fault", () -> faults.size() == 1);
        }
        assertThat(faults.get(0)).hasMessage("lost");
    }

    @Test
    void dropsTasksOnceItIsClosed() {
        List<Throwable> faults = new CopyOnWriteArrayList<>();
        DaemonPool pool = new DaemonPool("charts", faults::add);
        pool.close();
        pool.execute(() -> faults.add(new IllegalStateException("ran")));
        assertThat(faults).isEmpty();
    }
}
