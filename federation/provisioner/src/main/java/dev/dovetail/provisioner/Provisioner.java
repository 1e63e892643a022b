package dev.dovetail.provisioner;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Progress;
import dev.dovetail.federation.Progress.Phase;
import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Running;
import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.apply.Steps;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.FeatureDescription;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.PlatformBundle;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.generation.Retention;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.Trial;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.FeatureAccount;
import dev.dovetail.provisioner.plan.Installed;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Planner;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Request;
import java.time.Clock;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.osgi.resource.Resource;

/**
 * The whole way of a change, from a request to a generation in force: plan, fetch and verify, apply and commit. Up to the
 * applying nothing that runs is touched.
 *
 * <p>To be used by one thread at a time, never by the JavaFX application thread.
 */
public final class Provisioner {

    private final Disk disk;
    private final Supply supply;
    private final Supplier<List<Resource>> platform;
    private final Applier applier;
    private final Planner planner;
    private final IndexReader reader;
    private final Clock clock;
    private final Reversal reversal;

    /**
     * @param disk the home's parts
     * @param supply brings bundles into the store
     * @param platform the system bundle and the embedded bundles, asked for only when something is planned
     * @param applier carries changes out
     * @param planner decides on them
     * @param reader reads the index of what is installed
     * @param clock what time it is
     */
    public Provisioner(
            Disk disk,
            Supply supply,
            Supplier<List<Resource>> platform,
            Applier applier,
            Planner planner,
            IndexReader reader,
            Clock clock) {
        this.disk = disk;
        this.supply = supply;
        this.platform = platform;
        this.applier = applier;
        this.planner = planner;
        this.reader = reader;
        this.clock = clock;
        this.reversal = new Reversal(disk, applier, reader, clock);
    }

    /**
     * @return the generation in force
     * @throws HomeException when it can't be read
     */
    public Lockfile installed() throws HomeException {
        return disk.generations().current();
    }

    /**
     * Computes what a request would change, without touching anything.
     *
     * @param request what is asked for
     * @param known what the repositories offer
     * @return the plan, or the reason why there is none
     * @throws HomeException when what is installed can't be read
     */
    public Outcome plan(Request request, Known known) throws HomeException {
        return planner.plan(request, present(), offered(known), known.pins(), () -> false);
    }

    /**
     * Says why a feature is as it is, without touching anything.
     *
     * @param featureId the feature
     * @param known what the repositories offer
     * @return what there is to know about it
     * @throws HomeException when what is installed can't be read
     */
    public FeatureAccount explain(String featureId, Known known) throws HomeException {
        return planner.explain(featureId, present(), offered(known), known.pins());
    }

    private Installed present() throws HomeException {
        Lockfile current = installed();
        List<IndexedBundle> bundles = current.generation() == 0
                ? List.of()
                : InstalledBundles.read(disk.generations().index(current), current, reader);
        Map<String, IndexedBundle> features = new TreeMap<>();
        for (LockedFeature feature : current.features()) {
            bundles.stream()
                    .filter(bundle -> bundle.sha256().equals(feature.bundle()))
                    .forEach(bundle -> features.put(feature.id(), bundle));
        }
        List<Resource> own =
                platform.get().stream().<Resource>map(PlatformBundle::copyOf).toList();
        return new Installed(own, bundles, features, RecordedWires.planned(current, bundles, own));
    }

    /** What failed on this machine is not had again. */
    private Catalog offered(Known known) {
        return known.catalog().without(disk.health().read().failedBundles());
    }

    /**
     * Carries a request out.
     *
     * @param request what is asked for
     * @param known what the repositories offer
     * @param run whether the feature must run afterwards, even if it didn't before
     * @param progress called by one thread at a time
     * @return the generation then in force
     * @throws ProvisioningException when it was refused or failed; then nothing has changed
     */
    public Lockfile carryOut(Request request, Known known, boolean run, Consumer<Progress> progress)
            throws ProvisioningException {
        return carryOut(request, known, run, new Cancellation(), progress);
    }

    /**
     * The same, unless it is given up before it is applied.
     *
     * @param request what is asked for
     * @param known what the repositories offer
     * @param run whether the feature must run afterwards, even if it didn't before
     * @param wish ends it, up to the moment at which it is applied
     * @param progress called by one thread at a time
     * @return the generation then in force
     * @throws ProvisioningException when it was given up, refused or failed; then nothing has changed
     */
    public Lockfile carryOut(Request request, Known known, boolean run, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        progress.accept(new Progress(Phase.PLANNING, 0, 0, 0, 0));
        requireNotFailed(request, known);
        Outcome outcome = plan(request, known);
        if (outcome instanceof Refusal refusal) {
            throw refused(refusal);
        }
        Plan plan = (Plan) outcome;
        Lockfile current = installed();
        Lockfile next = InstalledBundles.lockfile(disk.generations().next(), plan, current);
        byte[] index = InstalledBundles.index(plan.bundles());
        String wanted = run ? request.featureId() : "";
        List<Step> steps = Steps.change(current, new Step.Commit(next, index), applier.running(), wanted);
        List<LockedBundle> arriving = arriving(current, next);
        requireVerified(arriving, known);
        supply.bring(needed(arriving, steps), known.offers(), wish, progress);
        applier.inspect(arriving, next, unpackedSizes(plan));
        progress.accept(new Progress(Phase.APPLYING, 0, 0, 0, 0));
        applyOnTrial(current, steps);
        clean();
        return next;
    }

    /** What is new is on probation, and known to be so before any of it runs. */
    private void applyOnTrial(Lockfile current, List<Step> steps) throws ProvisioningException {
        Health before = disk.health().read();
        Running running = applier.running();
        disk.health().change(health -> Arrivals.noted(health, current, steps, running));
        try {
            applier.apply(steps);
        } catch (ProvisioningException e) {
            try {
                disk.health().change(health -> health.withTrialsOf(before));
            } catch (HomeException notNoted) {
                e.addSuppressed(notNoted);
            }
            throw e;
        }
    }

    private void clean() {
        try {
            new Cleaning(disk, Retention.USUAL).clean(applier.running().bundles());
        } catch (HomeException e) {
            System.getLogger(Provisioner.class.getName())
                    .log(System.Logger.Level.WARNING, "Nothing was tidied up after the change", e);
        }
    }

    /**
     * Goes back to a generation that was kept, live as far as anything of it runs. Without a network, as long as the jars
     * are in the store.
     *
     * @param generation its number
     * @param progress called on this thread
     * @return the generation then in force
     * @throws ProvisioningException when it isn't kept, or going there failed; then nothing has changed
     */
    public Lockfile revert(long generation, Consumer<Progress> progress) throws ProvisioningException {
        progress.accept(new Progress(Phase.APPLYING, 0, 0, 0, 0));
        Lockfile now = reversal.to(generation, bundles -> supply.bring(bundles, progress));
        clean();
        return now;
    }

    /**
     * Has all jars of what is installed there and whole, fetching what isn't.
     *
     * @param wish ends it
     * @param progress called by one thread at a time
     * @throws ProvisioningException when something is missing yet
     */
    public void restore(Cancellation wish, Consumer<Progress> progress) throws ProvisioningException {
        Lockfile current = installed();
        for (LockedBundle bundle : current.bundles()) {
            try {
                disk.store().check(bundle.content());
            } catch (HomeException e) {
                // It is gone now, if it was there: that is what it was looked at for.
                System.getLogger(Provisioner.class.getName())
                        .log(System.Logger.Level.INFO, bundle.name() + " is fetched anew: " + e.getMessage());
            }
        }
        supply.bring(current.bundles(), Map.of(), wish, progress);
    }

    /**
     * @return the newest generation that is kept of those before the one in force
     * @throws ProvisioningException when there is none, or nobody can tell
     */
    public long previous() throws ProvisioningException {
        return reversal.previous();
    }

    /** Takes a version on trial back; answers what there is to tell, if it could be taken back. */
    Optional<Incident> putBack(Trial trial, String reason) throws ProvisioningException {
        return reversal.putBack(trial, reason, bundles -> supply.bring(bundles, progress -> {}));
    }

    /** Takes a feature's version back because a person wants that; answers what there is to tell. */
    Incident takeBack(String featureId, String reason) throws ProvisioningException {
        return reversal.takeBack(featureId, reason, bundles -> supply.bring(bundles, progress -> {}));
    }

    Disk disk() {
        return disk;
    }

    /**
     * Carries out a request for something to come, and where the repositories can't deliver it, takes what came with
     * Dovetail.
     *
     * @param request what is asked for
     * @param known what the repositories offer
     * @param embedded what came with Dovetail
     * @param run whether the feature must run afterwards, even if it didn't before
     * @param wish ends it, up to the moment at which it is applied
     * @param progress called by one thread at a time
     * @return the generation then in force
     * @throws ProvisioningException when it was given up, refused or failed; then nothing has changed
     */
    public Lockfile bring(
            Request request, Known known, Known embedded, boolean run, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        return new LastResort(this, embedded, run, wish, progress).carryOut(request, known);
    }

    /** Who asks for a version that failed here is told so, rather than given an older one. */
    private void requireNotFailed(Request request, Known known) throws ProvisioningException {
        if (request instanceof Request.Remove) {
            return;
        }
        Optional<FeatureDescription> newest = known.catalog().newest(request.featureId());
        Optional<FeatureDescription> offered = offered(known).newest(request.featureId());
        boolean older = installed().feature(request.featureId()).isEmpty() && offered.isPresent();
        for (FailedVersion failed : disk.health().read().failed()) {
            if (!older
                    && newest.filter(offer -> offer.bundle().sha256().equals(failed.bundle()))
                            .isPresent()) {
                throw new RefusedException(
                        "DT-START-009",
                        "Expected a version of " + failed.feature() + " that works here, but " + failed.version()
                                + " failed on " + failed.at() + ": " + failed.reason(),
                        "It is not offered again until something newer comes. Tell its publisher; to try it all the"
                                + " same: dovetail forgive " + failed.feature());
            }
        }
    }

    /** What is installed stays and runs, however old what its repository said is; only nothing new comes by it. */
    private void requireVerified(List<LockedBundle> arriving, Known known) throws RefusedException {
        for (LockedBundle bundle : arriving) {
            Validity validity = known.validity().get(bundle.repository());
            if (validity != null && validity.isOver(clock.instant())) {
                throw new RefusedException(
                        LastResort.EXPIRED,
                        "Expected current metadata of " + bundle.repository() + " to install " + bundle.name()
                                + ", but they expired on " + validity.validUntil() + "; they were last verified "
                                + validity.verifiedAt() + ".",
                        "What is installed keeps running. Check the connection and the clock; if both are right, tell"
                                + " the repository's publisher.");
            }
        }
    }

    private static Map<String, Long> unpackedSizes(Plan plan) {
        Map<String, Long> sizes = new HashMap<>();
        plan.bundles().forEach(bundle -> sizes.put(bundle.sha256(), bundle.unpackedSize()));
        return sizes;
    }

    /** The bytes of an installed bundle arrive too when they come under another name, or from somebody else. */
    private static List<LockedBundle> arriving(Lockfile current, Lockfile next) {
        Set<LockedBundle> there = Set.copyOf(current.bundles());
        return next.bundles().stream().filter(bundle -> !there.contains(bundle)).toList();
    }

    /** What is new and what is about to be installed; what only rests is fetched when it is activated, if it must be. */
    private static List<LockedBundle> needed(List<LockedBundle> arriving, List<Step> steps) {
        Set<LockedBundle> needed = new LinkedHashSet<>(arriving);
        for (Step step : steps) {
            if (step instanceof Step.Entry entry) {
                needed.add(entry.bundle());
            }
        }
        return List.copyOf(needed);
    }

    /**
     * Makes an installed feature run.
     *
     * @param featureId the feature
     * @param progress called by one thread at a time
     * @return the running feature
     * @throws ProvisioningException when it isn't installed or doesn't start
     */
    public Active activate(String featureId, Consumer<Progress> progress) throws ProvisioningException {
        return activate(featureId, new Cancellation(), progress);
    }

    /**
     * The same, unless it is given up before it is applied.
     *
     * @param featureId the feature
     * @param wish ends it, up to the moment at which it is applied
     * @param progress called by one thread at a time
     * @return the running feature
     * @throws ProvisioningException when it was given up, isn't installed or doesn't start
     */
    public Active activate(String featureId, Cancellation wish, Consumer<Progress> progress)
            throws ProvisioningException {
        Lockfile current = installed();
        LockedFeature feature = current.feature(featureId)
                .orElseThrow(() -> new RefusedException(
                        "DT-RESOLVE-003", "Expected " + featureId + " to be installed, but it is not.", ""));
        List<Step> steps = Steps.activation(feature, current, applier.running());
        if (!steps.isEmpty()) {
            supply.bring(current.closure(feature), Map.of(), wish, progress);
            progress.accept(new Progress(Phase.APPLYING, 0, 0, 0, 0));
            applier.apply(steps);
        }
        return applier.active(feature);
    }

    private static RefusedException refused(Refusal refusal) {
        Explanation explanation = Explanation.of(refusal);
        return new RefusedException(explanation.code(), explanation.message(), explanation.hint());
    }
}
