package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Downloads;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The provisioner as a service for the shell: one request after the other on a thread of its own, every failure turned
 * into words, every change told to the followers. Repositories are asked beside it: no request waits for one.
 */
public final class ProvisionerService implements Federation, AutoCloseable {

    private final Provisioner provisioner;
    private final Repositories repositories;
    private final Profile profile;
    private final List<Consumer<Snapshot>> followers = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dovetail-provisioner");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Wishes wishes = new Wishes();
    // On the worker only.
    private final Offers offers;
    private final List<Waiting> waiting = new ArrayList<>();
    private boolean asking;
    private volatile Optional<Checking> checking = Optional.empty();
    private volatile Snapshot snapshot;

    /**
     * Knows what is installed, and asks nobody for more yet.
     *
     * @param provisioner carries requests out
     * @param repositories reads what is on offer
     * @param profile the repositories to look into
     * @throws ProvisioningException when what is installed can't be read
     */
    public ProvisionerService(Provisioner provisioner, Repositories repositories, Profile profile)
            throws ProvisioningException {
        this.provisioner = provisioner;
        this.repositories = repositories;
        this.profile = profile;
        this.offers = new Offers(repositories, profile);
        this.snapshot = Snapshots.of(provisioner.installed(), notReadYet(profile));
    }

    private static Known notReadYet(Profile profile) {
        Gathering nothing = new Gathering();
        profile.repositories()
                .forEach(repository -> nothing.status(new RepositoryStatus(
                        repository.url(),
                        repository instanceof Repository.Trusted,
                        RepositoryStatus.State.UNASKED,
                        "")));
        return nothing.known(profile);
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription follow(Consumer<Snapshot> listener) {
        followers.add(listener);
        return () -> followers.remove(listener);
    }

    /**
     * Adds what the repositories last offered to what is known, without touching the network.
     *
     * @return the snapshot after it
     */
    public CompletionStage<Snapshot> recall() {
        return submit(this::tell);
    }

    @Override
    public CompletionStage<Snapshot> check() {
        CompletableFuture<Snapshot> result = new CompletableFuture<>();
        var unused = submit(this::begin).whenComplete((begun, fault) -> {
            if (fault == null) {
                await(begun, result);
            } else {
                result.completeExceptionally(fault);
            }
        });
        return result;
    }

    private void await(Checking begun, CompletableFuture<Snapshot> result) {
        var unused = begun.ended().whenComplete((ended, failure) -> execute(() -> settle(begun, failure, result))
                .ifPresent(result::completeExceptionally));
    }

    /** On the worker, after all answers; whoever was superseded ends with who superseded them. */
    private void settle(Checking begun, @Nullable Throwable failure, CompletableFuture<Snapshot> result) {
        Checking newest = checking.orElse(begun);
        if (newest != begun) {
            await(newest, result);
            return;
        }
        asking = false;
        resume();
        complete(result, () -> told(failure));
    }

    /** Whoever asked before is given up: what was published since, they would miss. */
    private Checking begin() throws ProvisioningException {
        checking.ifPresent(Checking::cancel);
        int round = offers.ask();
        tell();
        Checking now = repositories.begin(profile, (repository, answer) -> note(round, repository, answer));
        checking = Optional.of(now);
        asking = true;
        return now;
    }

    private void note(int round, Repository repository, Gathering answer) {
        var unused = submit(() -> {
            Snapshot now = offers.answered(round, repository, answer) ? tell() : snapshot;
            resume();
            return now;
        });
    }

    /** A request for a feature that nobody is known to offer, while somebody who may is still asked. Worker only. */
    private record Waiting(String featureId, Cancellation wish, Runnable request) {}

    private void whenOffered(Waiting request) {
        if (isAwaited(request)) {
            waiting.add(request);
        } else {
            request.request().run();
        }
    }

    private void resume() {
        for (Waiting request : List.copyOf(waiting)) {
            if (!isAwaited(request) && waiting.remove(request)) {
                request.request().run();
            }
        }
    }

    private boolean isAwaited(Waiting request) {
        return !closing.get()
                && !request.wish().isCancelled()
                && asking
                && snapshot.feature(request.featureId()).isEmpty();
    }

    private Snapshot told(@Nullable Throwable failure) {
        if (failure != null) {
            throw new IllegalStateException("Asking a repository failed", failure);
        }
        return snapshot;
    }

    @Override
    public CompletionStage<Active> activate(String featureId, Consumer<Progress> progress) {
        return submit(featureId, wish -> {
            if (provisioner.installed().feature(featureId).isEmpty()) {
                provisioner.carryOut(new Request.Install(featureId), offers.known(), true, wish, guarded(progress));
                tell();
            }
            return provisioner.activate(featureId, wish, guarded(progress));
        });
    }

    @Override
    public CompletionStage<Snapshot> update(String featureId, Consumer<Progress> progress) {
        return submit(featureId, wish -> {
            provisioner.carryOut(new Request.Update(featureId), offers.known(), false, wish, guarded(progress));
            return tell();
        });
    }

    @Override
    public CompletionStage<Snapshot> remove(String featureId) {
        return submit(featureId, wish -> {
            provisioner.carryOut(new Request.Remove(featureId), offers.known(), false, wish, progress -> {});
            return tell();
        });
    }

    @Override
    public void cancel(String featureId) {
        wishes.cancel(featureId);
        var unused = submit(this::resumed);
    }

    private Snapshot resumed() {
        resume();
        return snapshot;
    }

    /** Ends the thread after the request at hand; those that wait behind it fail. */
    @Override
    public void close() {
        closing.set(true);
        checking.ifPresent(Checking::cancel);
        var unused = execute(this::resume);
        worker.shutdown();
    }

    private Snapshot tell() throws ProvisioningException {
        Snapshot now = Snapshots.of(provisioner.installed(), offers.known());
        snapshot = now;
        guardedEach(now);
        return now;
    }

    private void guardedEach(Snapshot now) {
        for (Consumer<Snapshot> follower : followers) {
            guarded(follower).accept(now);
        }
    }

    /** What a listener throws is its own affair. */
    private static <T> Consumer<T> guarded(Consumer<T> listener) {
        return value -> {
            try {
                listener.accept(value);
            } catch (RuntimeException e) {
                System.getLogger(ProvisionerService.class.getName())
                        .log(System.Logger.Level.WARNING, "A listener failed", e);
            }
        };
    }

    @FunctionalInterface
    private interface Work<T> {
        T run() throws ProvisioningException;
    }

    /** What can be given up, before its turn comes as well as during it. */
    @FunctionalInterface
    private interface Cancellable<T> {
        T run(Cancellation wish) throws ProvisioningException;
    }

    private <T> CompletionStage<T> submit(String featureId, Cancellable<T> work) {
        Cancellation wish = wishes.begin(featureId);
        CompletableFuture<T> stage = new CompletableFuture<>();
        Work<T> unlessGivenUp = () -> {
            if (wish.isCancelled()) {
                throw Downloads.givenUp();
            }
            return work.run(wish);
        };
        Waiting request = new Waiting(featureId, wish, () -> complete(stage, unlessGivenUp));
        var unused = stage.whenComplete((done, fault) -> wishes.end(featureId, wish));
        execute(() -> whenOffered(request)).ifPresent(stage::completeExceptionally);
        return stage;
    }

    private <T> CompletableFuture<T> submit(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        execute(() -> complete(result, work)).ifPresent(result::completeExceptionally);
        return result;
    }

    /** Empty unless it is too late. */
    private Optional<FederationException> execute(Runnable task) {
        try {
            worker.execute(task);
            return Optional.empty();
        } catch (RejectedExecutionException e) {
            return Optional.of(closing(e));
        }
    }

    private static FederationException closing(RejectedExecutionException e) {
        return new FederationException("DT-APPLY-005", "Dovetail is closing.", "Try again after the next start.", e);
    }

    private <T> void complete(CompletableFuture<T> result, Work<T> work) {
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
            System.getLogger(ProvisionerService.class.getName())
                    .log(System.Logger.Level.WARNING, e.code() + ": " + e.getMessage(), e);
            result.completeExceptionally(translate(e));
        } catch (RuntimeException | Error e) {
            // Whoever waits for the request must hear of it, whatever it was.
            System.getLogger(ProvisionerService.class.getName()).log(System.Logger.Level.ERROR, "A request failed", e);
            result.completeExceptionally(new FederationException(
                    "DT-APPLY-006", "Something unexpected happened: " + e, "See the log, and please report it.", e));
        }
    }

    private static FederationException translate(ProvisioningException e) {
        return new FederationException(e.code(), String.valueOf(e.getMessage()), e.hint(), e);
    }
}
