package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Condition;
import dev.dovetail.federation.Federation;
import dev.dovetail.federation.Generation;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.Trial;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Request;
import dev.dovetail.provisioner.profile.CurrentProfile;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.Store;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The provisioner as a service for the shell: one request after the other on a thread of its own, every failure turned
 * into words, every change told to the followers. Repositories are asked beside it: no request waits for one.
 */
public final class ProvisionerService implements Federation, AutoCloseable {

    private final Provisioner provisioner;
    private final Repositories repositories;
    private final CurrentProfile profile;
    private final Watch watch;
    private final Fallback fallback;
    private final Probation probation;
    private final History history;
    private final Settling settling;
    private final Holdups holdups;
    private final List<String> incidents = new CopyOnWriteArrayList<>();
    private final Followers followers = new Followers();
    private final Turns turns = new Turns();
    // On the worker only.
    private final Offers offers;
    private final Waitlist waitlist;
    private Optional<Known> embedded = Optional.empty();
    private volatile Optional<Checking> checking = Optional.empty();
    private volatile Snapshot snapshot;

    /**
     * Knows what is installed, and asks nobody for more yet.
     *
     * @param provisioner carries requests out
     * @param repositories reads what is on offer
     * @param profile the repositories to look into, and what else the person wants
     * @param watch how new versions and the start itself are watched
     * @param fallback what came with Dovetail
     * @throws ProvisioningException when what is installed can't be read
     */
    public ProvisionerService(
            Provisioner provisioner, Repositories repositories, CurrentProfile profile, Watch watch, Fallback fallback)
            throws ProvisioningException {
        this.provisioner = provisioner;
        this.repositories = repositories;
        this.profile = profile;
        this.offers = new Offers(repositories, profile::effective);
        this.waitlist = new Waitlist(feature -> snapshot().feature(feature).isPresent(), turns::isClosing);
        this.watch = watch;
        this.fallback = fallback;
        this.probation = new Probation(provisioner.disk(), watch);
        this.history = new History(provisioner.disk().generations());
        this.holdups = new Holdups(provisioner.disk(), watch.clock());
        this.settling = new Settling(watch, probation, turns);
        watch.started().incidents().stream().map(Incident::message).forEach(incidents::add);
        this.snapshot = look(Gathering.unasked(profile.effective()));
    }

    private Snapshot look(Known known) throws ProvisioningException {
        return Snapshots.of(
                        provisioner.installed(),
                        known,
                        provisioner.disk().health().read().failed())
                .in(new Condition(watch.started().safe(), incidents));
    }

    @Override
    public Snapshot snapshot() {
        return snapshot;
    }

    @Override
    public Subscription follow(Consumer<Snapshot> listener) {
        return followers.add(listener);
    }

    /** @return the snapshot with what the repositories last offered; without touching the network */
    public CompletionStage<Snapshot> recall() {
        return turns.submit(this::tell);
    }

    @Override
    public CompletionStage<Snapshot> check() {
        CompletableFuture<Snapshot> result = new CompletableFuture<>();
        var unused = turns.submit(this::begin).whenComplete((begun, fault) -> {
            if (fault == null) {
                await(begun, result);
            } else {
                result.completeExceptionally(fault);
            }
        });
        return result;
    }

    private void await(Checking begun, CompletableFuture<Snapshot> result) {
        var unused = begun.ended()
                .whenComplete((ended, failure) -> turns.execute(() -> settle(begun, failure, result), result));
    }

    /** On the worker, after all answers; whoever was superseded ends with who superseded them. */
    private void settle(Checking begun, @Nullable Throwable failure, CompletableFuture<Snapshot> result) {
        Checking newest = checking.orElse(begun);
        if (newest != begun) {
            await(newest, result);
            return;
        }
        waitlist.asking(false);
        turns.complete(result, () -> {
            if (failure != null) {
                throw new IllegalStateException("Asking a repository failed", failure);
            }
            return snapshot;
        });
    }

    /** @return the profile that verbs change: what is the person's own */
    public Profile profile() {
        return profile.get();
    }

    /**
     * Puts another profile in force, for the next start too. What its repositories offer is known after the next check.
     *
     * @param wanted the other
     * @return completed once it is kept
     */
    public CompletionStage<Snapshot> remember(Profile wanted) {
        return turns.submit(() -> {
            profile.become(wanted);
            offers.changed();
            embedded = Optional.empty();
            return tell();
        });
    }

    /** @return the same as {@link #check}, as the provisioner sees it */
    public CompletionStage<Known> look() {
        return check().thenCompose(snapshot -> turns.submit(offers::known));
    }

    /** @return the generation in force, once all its jars are there and whole; what isn't is fetched */
    public CompletionStage<Lockfile> restore(Consumer<Progress> progress) {
        return submit("", wish -> {
            provisioner.restore(wish, Followers.guarded(progress));
            return provisioner.installed();
        });
    }

    /** @return the newest generation that is kept of those before the one in force */
    public CompletionStage<Long> previous() {
        return turns.submit(provisioner::previous);
    }

    /** @return the generation in force */
    public CompletionStage<Lockfile> installed() {
        return turns.submit(provisioner::installed);
    }

    /** @return what a request would change, with what the repositories offered last */
    public CompletionStage<Outcome> plan(Request request) {
        return turns.submit(() -> provisioner.plan(request, offers.known()));
    }

    /**
     * Carries a request out, with what the repositories offered last.
     *
     * @param request what is asked for
     * @param progress called on the provisioner's thread
     * @return the generation then in force
     */
    public CompletionStage<Lockfile> carryOut(Request request, Consumer<Progress> progress) {
        return submit(request.featureId(), wish -> {
            Lockfile after =
                    provisioner.bring(request, offers.known(), embedded(), false, wish, Followers.guarded(progress));
            settling.later();
            tell();
            return after;
        });
    }

    /** Whoever asked before is given up: what was published since, they would miss. */
    private Checking begin() throws ProvisioningException {
        checking.ifPresent(Checking::cancel);
        int round = offers.ask();
        tell();
        Checking now = repositories.begin(profile.effective(), (repository, answer) -> note(round, repository, answer));
        checking = Optional.of(now);
        waitlist.asking(true);
        return now;
    }

    private void note(int round, Repository repository, Gathering answer) {
        var unused = turns.submit(() -> {
            Snapshot now = offers.answered(round, repository, answer) ? tell() : snapshot;
            waitlist.resume();
            return now;
        });
    }

    private Known embedded() {
        Known now = embedded.orElseGet(() -> fallback.known(profile.effective()));
        embedded = Optional.of(now);
        return now;
    }

    @Override
    public CompletionStage<Active> activate(String featureId, Consumer<Progress> progress) {
        return submit(featureId, wish -> {
            if (provisioner.installed().feature(featureId).isEmpty()) {
                Request install = new Request.Install(featureId);
                provisioner.bring(install, offers.known(), embedded(), true, wish, Followers.guarded(progress));
                tell();
            }
            return start(featureId, wish, Followers.guarded(progress));
        });
    }

    /** A version on probation that doesn't even start gives way to the one before it. */
    private Active start(String featureId, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        probation.starts(featureId);
        try {
            Active active = whole(featureId, wish, progress);
            Optional<LockedFeature> started = provisioner.installed().feature(featureId);
            if (started.filter(feature -> !feature.hasViews()).isPresent()) {
                shown(active);
            }
            return active;
        } catch (ApplyException e) {
            Optional<Trial> trial = probation.trial(featureId);
            if (trial.isPresent() && putBack(trial.get(), String.valueOf(e.getMessage()))) {
                return provisioner.activate(featureId, wish, progress);
            }
            throw e;
        }
    }

    /** A damaged jar is found when it is taken out of the store, and removed: once more, and it is fetched anew. */
    private Active whole(String featureId, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        try {
            return provisioner.activate(featureId, wish, progress);
        } catch (HomeException e) {
            if (!e.code().equals(Store.DAMAGED)) {
                throw e;
            }
            return provisioner.activate(featureId, wish, progress);
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

    /** @param incident what there is to tell the person, in a sentence */
    public void found(String incident) {
        incidents.add(incident);
        var unused = turns.submit(this::tell);
    }

    @Override
    public CompletionStage<Snapshot> revert(long generation, Consumer<Progress> progress) {
        return turns.submit(() -> {
            provisioner.revert(generation, Followers.guarded(progress));
            return tell();
        });
    }

    @Override
    public CompletionStage<List<Generation>> generations() {
        return turns.submit(history::kept);
    }

    @Override
    public CompletionStage<List<Generation>> pin(long generation, boolean pinned) {
        return turns.submit(() -> {
            history.pin(generation, pinned);
            return history.kept();
        });
    }

    @Override
    public void shown(Active feature) {
        var unused = turns.submit(() -> {
            if (probation.shown(feature)) {
                settling.later();
            }
            return feature;
        });
    }

    @Override
    public void failed(Active feature, String fault) {
        var unused = turns.submit(() -> {
            Optional<Trial> trial = probation.of(feature);
            return trial.isPresent() && putBack(trial.get(), fault);
        });
    }

    @Override
    public CompletionStage<Snapshot> takeBack(String featureId, String reason) {
        return submit(featureId, wish -> {
            incidents.add(provisioner.takeBack(featureId, reason).message());
            return tell();
        });
    }

    @Override
    public void heldUp(Active feature, String where) {
        holdups.begin(feature, where);
    }

    @Override
    public void wentOn(Active feature) {
        holdups.end();
    }

    /** Tells that the window can be used: the start has gone well once it was so for a while. */
    public void usable() {
        settling.usable();
    }

    @Override
    public CompletionStage<Snapshot> update(String featureId, Consumer<Progress> progress) {
        return carryOut(new Request.Update(featureId), progress).thenApply(after -> snapshot);
    }

    @Override
    public CompletionStage<List<String>> restarts(String featureId) {
        return plan(new Request.Update(featureId))
                .thenApply(outcome -> outcome instanceof Plan plan ? plan.restartsBeside(featureId) : List.of());
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
        turns.cancel(featureId);
        turns.execute(waitlist::resume);
    }

    /** Ends the thread after the request at hand; those that wait behind it fail. Whatever was on trial ended well. */
    @Override
    public void close() {
        turns.refuse();
        checking.ifPresent(Checking::cancel);
        turns.execute(waitlist::resume);
        probation.end();
        turns.close();
    }

    private Snapshot tell() throws ProvisioningException {
        snapshot = look(offers.known().beside(embedded()));
        followers.tell(snapshot);
        return snapshot;
    }

    private <T> CompletionStage<T> submit(String featureId, Turns.Cancellable<T> work) {
        return turns.submit(featureId, work, waitlist::add);
    }
}
