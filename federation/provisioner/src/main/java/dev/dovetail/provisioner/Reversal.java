package dev.dovetail.provisioner;

import dev.dovetail.provisioner.apply.Applier;
import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.apply.Steps;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.FailedVersion;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.Incident;
import dev.dovetail.provisioner.health.Trial;
import java.time.Clock;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/**
 * The way back, live where something runs: to a generation that was kept, or to one feature's previous version. Needs no
 * network as long as the jars are in the store. On the provisioner's thread only.
 */
final class Reversal {

    private final Disk disk;
    private final Applier applier;
    private final Clock clock;
    private final Restoration restoration;

    Reversal(Disk disk, Applier applier, IndexReader reader, Clock clock) {
        this.disk = disk;
        this.applier = applier;
        this.clock = clock;
        this.restoration = new Restoration(disk.generations(), reader);
    }

    /** Sees to it that jars are in the store. */
    @FunctionalInterface
    interface Supply {
        void need(List<LockedBundle> bundles) throws ProvisioningException;
    }

    /** The newest generation that is kept of those before the one in force. */
    long previous() throws ProvisioningException {
        long current = disk.generations().current().generation();
        NavigableSet<Long> earlier = disk.generations().kept().headSet(current, false);
        if (earlier.isEmpty()) {
            throw new RefusedException(
                    "DT-APPLY-007",
                    "Expected a generation before " + current + " to go back to, but none is kept.",
                    "dovetail revert --list shows those that are kept.");
        }
        return earlier.last();
    }

    /** What a person goes back to is wanted as it is: what was held against any of it is forgotten. */
    Lockfile to(long generation, Supply supply) throws ProvisioningException {
        if (generation != 0 && !disk.generations().kept().contains(generation)) {
            throw new RefusedException(
                    "DT-APPLY-007",
                    "Expected generation " + generation + " among those that are kept, found "
                            + disk.generations().kept() + ".",
                    "dovetail revert --list says more of them.");
        }
        Lockfile next = disk.generations().at(generation);
        apply(new Step.Return(next), supply);
        Set<String> wanted = next.features().stream().map(LockedFeature::bundle).collect(Collectors.toSet());
        remember(health -> health.within(wanted).forgiving(wanted));
        return next;
    }

    /** Answers what is to be told; nothing when there is no previous version, or the one on trial is gone already. */
    Optional<Incident> putBack(Trial trial, String reason, Supply supply) throws ProvisioningException {
        Optional<LockedFeature> previous = disk.generations().at(trial.before()).feature(trial.feature());
        Optional<Step.Decision> decision = previous.isPresent() ? restoration.of(trial) : Optional.empty();
        if (decision.isEmpty()) {
            return Optional.empty();
        }
        apply(decision.get(), supply);
        Incident incident = new Incident(
                "DT-START-005",
                trial.name() + " failed: " + reason + (reason.endsWith(".") ? " " : ". ")
                        + previous.map(LockedFeature::version).orElse("") + " is back.",
                clock.instant());
        FailedVersion failed =
                new FailedVersion(trial.feature(), trial.version(), trial.bundle(), reason, clock.instant());
        remember(health -> health.failing(failed).telling(incident));
        return Optional.of(incident);
    }

    /** The same for a version that is not on trial, or not any more: a person has judged it. */
    Incident takeBack(String featureId, String reason, Supply supply) throws ProvisioningException {
        Lockfile current = disk.generations().current();
        Optional<LockedFeature> now = current.feature(featureId);
        Optional<Lockfile> before = now.isPresent() ? previous(now.get()) : Optional.empty();
        Optional<Incident> told =
                before.isPresent() ? putBack(suspect(now.get(), before.get()), reason, supply) : Optional.empty();
        return told.orElseThrow(() -> new RefusedException(
                "DT-APPLY-007",
                "Expected a generation with an earlier version of " + featureId + " to take it from, but none is kept.",
                "dovetail revert --list shows those that are kept."));
    }

    private static Trial suspect(LockedFeature now, Lockfile before) {
        return new Trial(now.id(), now.title(), now.version(), now.bundle(), before.generation(), true);
    }

    /** The newest that is kept and has an older version of a feature; one that can't be read is none to go back to. */
    private Optional<Lockfile> previous(LockedFeature now) throws HomeException {
        Version version = Version.parseVersion(now.version());
        for (long number : disk.generations().kept().descendingSet()) {
            try {
                Lockfile lockfile = disk.generations().at(number);
                if (lockfile.feature(now.id())
                        .filter(then -> Version.parseVersion(then.version()).compareTo(version) < 0)
                        .isPresent()) {
                    return Optional.of(lockfile);
                }
            } catch (HomeException e) {
                System.getLogger(Reversal.class.getName())
                        .log(System.Logger.Level.WARNING, "Generation " + number + " can't be read", e);
            }
        }
        return Optional.empty();
    }

    /** What is in force is in force, whether or not the rest can be written down. */
    private void remember(UnaryOperator<Health> change) {
        try {
            disk.health().change(change);
        } catch (HomeException e) {
            System.getLogger(Reversal.class.getName())
                    .log(System.Logger.Level.WARNING, "The way back can't be noted down", e);
        }
    }

    private void apply(Step.Decision decision, Supply supply) throws ProvisioningException {
        Lockfile current = disk.generations().current();
        List<Step> steps = Steps.change(current, decision, applier.running(), "");
        supply.need(steps.stream()
                .filter(Step.Entry.class::isInstance)
                .map(step -> ((Step.Entry) step).bundle())
                .toList());
        applier.apply(steps);
    }
}
