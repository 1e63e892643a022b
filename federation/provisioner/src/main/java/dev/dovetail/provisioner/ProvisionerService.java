package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Condition;
import dev.dovetail.federation.Contribution;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.FederationException;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.Trial;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.Store;
import java.time.Duration;
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

/**
 * The provisioner as a service for the shell: one request after the other on a thread of its own, every failure turned
 * into words, every change told to the followers.
 */
public final class ProvisionerService implements Federation, AutoCloseable {

    private final Provisioner provisioner;
    private final Repositories repositories;
    private final Profile profile;
    private final Watch watch;
    private final Fallback fallback;
    private final Probation probation;
    private final List<String> incidents = new CopyOnWriteArrayList<>();
    private final List<Consumer<Snapshot>> followers = new CopyOnWriteArrayList<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "dovetail-provisioner");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicBoolean closing = new AtomicBoolean();
    // On the worker only, and empty until somebody wants to know: reading indexes is not for a start to wait for.
    private Optional<Known> known = Optional.empty();
    private Optional<Known> embedded = Optional.empty();
    private volatile Snapshot snapshot;

    /**
     * Knows what is installed, and asks nobody for more yet.
     *
     * @param provisioner carries requests out
     * @param repositories reads what is on offer
     * @param profile the repositories to look into
     * @param watch how new versions and the start itself are watched
     * @param fallback what came with Dovetail
     * @throws ProvisioningException when what is installed can't be read
     */
    public ProvisionerService(
            Provisioner provisioner, Repositories repositories, Profile profile, Watch watch, Fallback fallback)
            throws ProvisioningException {
        this.provisioner = provisioner;
        this.repositories = repositories;
        this.profile = profile;
        this.watch = watch;
        this.fallback = fallback;
        this.probation = new Probation(provisioner.disk(), watch);
        watch.started().incidents().stream().map(Incident::message).forEach(incidents::add);
        this.snapshot = look(notReadYet(profile));
    }

    private Snapshot look(Known known) throws ProvisioningException {
        return Snapshots.of(
                        provisioner.installed(),
                        known,
                        provisioner.disk().health().read().failed())
                .in(new Condition(watch.started().safe(), incidents));
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
        return submit(() -> {
            known = Optional.of(repositories.check(profile));
            return tell();
        });
    }

    private Known embedded() {
        Known now = embedded.orElseGet(() -> fallback.known(profile));
        embedded = Optional.of(now);
        return now;
    }

    private Known known() {
        Known now = known.orElseGet(() -> repositories.last(profile));
        known = Optional.of(now);
        return now;
    }

    @Override
    public CompletionStage<Active> activate(String featureId, Consumer<Progress> progress) {
        return submit(() -> {
            if (provisioner.installed().feature(featureId).isEmpty()) {
                provisioner.bring(new Request.Install(featureId), known(), embedded(), true, guarded(progress));
                tell();
            }
            return start(featureId, guarded(progress));
        });
    }

    /** A version on probation that doesn't even start gives way to the one before it. */
    private Active start(String featureId, Consumer<Progress> progress) throws ProvisioningException {
        probation.starts(featureId);
        try {
            Active active = whole(featureId, progress);
            if (!provisioner
                    .installed()
                    .feature(featureId)
                    .map(ProvisionerService::hasViews)
                    .orElse(true)) {
                shown(active);
            }
            return active;
        } catch (ApplyException e) {
            Optional<Trial> trial = probation.trial(featureId);
            if (trial.isPresent() && putBack(trial.get(), String.valueOf(e.getMessage()))) {
                return provisioner.activate(featureId, progress);
            }
            throw e;
        }
    }

    private static boolean hasViews(LockedFeature feature) {
        return feature.contributions().stream().anyMatch(Contribution.View.class::isInstance);
    }

    /** A damaged jar is found when it is taken out of the store, and removed: once more, and it is fetched anew. */
    private Active whole(String featureId, Consumer<Progress> progress) throws ProvisioningException {
        try {
            return provisioner.activate(featureId, progress);
        } catch (HomeException e) {
            if (!e.code().equals(Store.DAMAGED)) {
                throw e;
            }
            return provisioner.activate(featureId, progress);
        }
    }

    private boolean putBack(Trial trial, String reason) throws ProvisioningException {
        Optional<Incident> told = provisioner.putBack(trial, reason);
        if (told.isPresent()) {
            incidents.add(told.get().message());
            tell();
        }
        return told.isPresent();
    }

    @Override
    public CompletionStage<Snapshot> revert(long generation, Consumer<Progress> progress) {
        return submit(() -> {
            provisioner.revert(generation, guarded(progress));
            return tell();
        });
    }

    @Override
    public void shown(Active feature) {
        var unused = submit(() -> {
            if (probation.shown(feature)) {
                later(watch.trial());
            }
            return feature;
        });
    }

    @Override
    public void failed(Active feature, String fault) {
        var unused = submit(() -> {
            Optional<Trial> trial = probation.of(feature);
            return trial.isPresent() && putBack(trial.get(), fault);
        });
    }

    /** Tells that the window can be used: the start has gone well once it was so for a while. Any thread. */
    public void usable() {
        watch.alarm()
                .after(
                        watch.settle(),
                        () -> submit(() -> {
                            probation.settle();
                            return true;
                        }));
    }

    private void later(Duration delay) {
        watch.alarm()
                .after(
                        delay,
                        () -> submit(() -> {
                            probation.judge();
                            return true;
                        }));
    }

    @Override
    public CompletionStage<Snapshot> update(String featureId, Consumer<Progress> progress) {
        return submit(() -> {
            provisioner.bring(new Request.Update(featureId), known(), embedded(), false, guarded(progress));
            later(watch.trial());
            return tell();
        });
    }

    @Override
    public CompletionStage<Snapshot> remove(String featureId) {
        return submit(() -> {
            provisioner.carryOut(new Request.Remove(featureId), known(), false, progress -> {});
            return tell();
        });
    }

    /** Ends the thread after the request at hand; those that wait behind it fail. Whatever was on trial ended well. */
    @Override
    public void close() {
        closing.set(true);
        end();
        worker.shutdown();
    }

    private void end() {
        try {
            probation.end();
        } catch (HomeException e) {
            System.getLogger(ProvisionerService.class.getName())
                    .log(System.Logger.Level.WARNING, "That all ended well can't be noted down", e);
        }
    }

    private Snapshot tell() throws ProvisioningException {
        Snapshot now = look(known().beside(embedded()));
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

    private <T> CompletionStage<T> submit(Work<T> work) {
        CompletableFuture<T> result = new CompletableFuture<>();
        try {
            worker.execute(() -> complete(result, work));
        } catch (RejectedExecutionException e) {
            result.completeExceptionally(closing(e));
        }
        return result;
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
