package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.UnreachableException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Pieces of work of which none is worth anything without the others: the first that fails ends them all. */
final class Together {

    private final Cancellation wish = new Cancellation();
    private final AtomicReference<@Nullable Throwable> first = new AtomicReference<>();

    @FunctionalInterface
    interface Work {
        void run() throws ProvisioningException, InterruptedException;
    }

    Cancellation wish() {
        return wish;
    }

    void run(Work work) {
        if (wish.isCancelled()) {
            return;
        }
        try {
            work.run();
        } catch (ProvisioningException | InterruptedException | RuntimeException | Error e) {
            // What the others fail with from here on is only that they were ended.
            first.compareAndSet(null, e);
            wish.cancel();
        }
    }

    /** Waits until the last of them has ended, so that nobody writes any more when this returns. */
    void await(ExecutorService threads) {
        boolean interrupted = false;
        boolean ended = false;
        while (!ended) {
            try {
                ended = threads.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
                first.compareAndSet(null, e);
                wish.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    void rethrow() throws ProvisioningException {
        Throwable fault = first.get();
        if (fault instanceof ProvisioningException expected) {
            throw expected;
        }
        if (fault instanceof InterruptedException interrupted) {
            throw new UnreachableException("DT-FETCH-008", "Stopped while fetching", "", interrupted);
        }
        if (fault instanceof RuntimeException unexpected) {
            throw unexpected;
        }
        if (fault instanceof Error unexpected) {
            throw unexpected;
        }
    }
}
