package dev.dovetail.provisioner;

import dev.dovetail.federation.FederationException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Downloads;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One piece of work after the other, on a thread of its own; every failure is turned into words. Any thread asks. */
final class Turns implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(Turns.class.getName());

    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dovetail-provisioner");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Wishes wishes = new Wishes();

    @FunctionalInterface
    interface Work<T> {
        T run() throws ProvisioningException;
    }

    /** What can be given up, before its turn comes as well as during it. */
    @FunctionalInterface
    interface Cancellable<T> {
        T run(Cancellation wish) throws ProvisioningException;
    }

    /** With who decides, on the thread, when it is carried out. */
    <T> CompletableFuture<T> submit(String featureId, Cancellable<T> work, Consumer<Waitlist.Waiting> turn) {
        Cancellation wish = wishes.begin(featureId);
        CompletableFuture<T> result = new CompletableFuture<>();
        Work<T> unlessGivenUp = () -> {
            if (wish.isCancelled()) {
                throw Downloads.givenUp();
            }
            return work.run(wish);
        };
        Waitlist.Waiting request = new Waitlist.Waiting(featureId, wish, () -> complete(result, unlessGivenUp));
        var unused = result.whenComplete((done, fault) -> wishes.end(featureId, wish));
        execute(() -> turn.accept(request), result);
        return result;
    }

    void cancel(String featureId) {
        wishes.cancel(featureId);
    }

    <T> CompletableFuture<T> submit(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> complete(result, work), result);
        return result;
    }

    /** Runs a task; when it is too late, whoever waits for the result is told. */
    void execute(Runnable task, CompletableFuture<?> result) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(closing(e));
        }
    }

    /** Runs a task that nobody waits for. */
    void execute(Runnable task) {
        execute(task, new CompletableFuture<Void>());
    }

    boolean isClosing() {
        return closing.get();
    }

    private static FederationException closing(RejectedExecutionException e) {
        return new FederationException("DT-APPLY-005", "Dovetail is closing.", "Try again after the next start.", e);
    }

    <T> void complete(CompletableFuture<T> result, Work<T> work) {
        try {
            if (closing.get()) {
                throw new RejectedExecutionException("Closed before the request's turn came");
            }
            result.complete(work.run());
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(closing(e));
        } catch (RefusedException e) {
            result.completeExceptionally(translate(e));
        } catch (ProvisioningException e) {
            LOG.log(System.Logger.Level.WARNING, e.code() + ": " + e.getMessage(), e);
            result.completeExceptionally(translate(e));
        } catch (RuntimeException | Error e) {
            // Whoever waits for the request must hear of it, whatever it was.
            LOG.log(System.Logger.Level.ERROR, "A request failed", e);
            result.completeExceptionally(new FederationException(
                    "DT-APPLY-006", "Something unexpected happened: " + e, "See the log, and please report it.", e));
        }
    }

    private static FederationException translate(ProvisioningException e) {
        return new FederationException(e.code(), String.valueOf(e.getMessage()), e.hint(), e);
    }

    /** Those that wait fail from now on. */
    void refuse() {
        closing.set(true);
    }

    /** Ends the thread after the work at hand. */
    @Override
    public void close() {
        refuse();
        worker.shutdown();
    }
}
