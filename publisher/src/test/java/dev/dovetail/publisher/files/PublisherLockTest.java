package dev.dovetail.publisher.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherLockTest {

    @TempDir
    private Path folder;

    @Test
    void theSecondWaitsAndIsToldSo() throws Exception {
        List<String> told = new CopyOnWriteArrayList<>();
        ExecutorService threads = Executors.newSingleThreadExecutor();
        PublisherLock first = PublisherLock.take(folder, told::add);
        try {
            Future<PublisherLock> second = threads.submit(() -> PublisherLock.take(folder, told::add));
            while (told.isEmpty()) {
                Thread.sleep(5);
            }
            assertThat(second.isDone()).isFalse();
            first.close();
            first.close();
            second.get(10, TimeUnit.SECONDS).close();
        } finally {
            threads.shutdown();
        }
        assertThat(told).singleElement().asString().startsWith("Waiting for another publisher");
    }

    @Test
    void oneAtATimeHoldsIt() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<Void> turn = () -> {
            for (int i = 0; i < 50; i++) {
                try (PublisherLock lock = PublisherLock.take(folder, text -> {})) {
                    assertThat(lock).isNotNull();
                    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                    inside.decrementAndGet();
                }
            }
            return null;
        };
        try {
            for (Future<Void> done : threads.invokeAll(List.of(turn, turn, turn, turn))) {
                done.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(most).hasValue(1);
    }
}
