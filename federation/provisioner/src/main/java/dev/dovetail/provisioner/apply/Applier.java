package dev.dovetail.provisioner.apply;

import dev.dovetail.federation.Active;
import dev.dovetail.federation.Workbench;
import dev.dovetail.provisioner.failure.ApplyException;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.gate.Claims;
import dev.dovetail.provisioner.generation.Generations;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Carries steps out as one transaction: all of them, or, when one before the commit fails, none. It naively does what it
 * is told; whether the steps make sense was decided before.
 *
 * <p>To be called by one thread at a time, never by the JavaFX application thread.
 */
public final class Applier {

    private final FrameworkBundles bundles;
    private final Generations generations;
    private final Succession succession;

    /**
     * @param bundles the framework's bundles
     * @param generations where the commit goes
     * @param workbench the shell, when it is up
     */
    public Applier(FrameworkBundles bundles, Generations generations, Supplier<Optional<Workbench>> workbench) {
        this.bundles = bundles;
        this.generations = generations;
        this.succession = new Succession(workbench);
    }

    /**
     * Puts jars before the gate that are to become part of a generation. Touches nothing that runs.
     *
     * @param arrived the bundles, their bytes in the store
     * @param next the generation
     * @param unpacked how many bytes each comes to, unpacked, as was signed, by digest
     * @throws ApplyException when the gate refuses one
     * @throws HomeException when one can't be read
     */
    public void inspect(List<LockedBundle> arrived, Lockfile next, Map<String, Long> unpacked)
            throws ApplyException, HomeException {
        Set<String> neighbours =
                next.bundles().stream().map(LockedBundle::symbolicName).collect(Collectors.toSet());
        for (LockedBundle bundle : arrived) {
            bundles.inspect(bundle, unpacked.getOrDefault(bundle.content().sha256(), Claims.UNKNOWN), neighbours);
        }
    }

    /**
     * Carries steps out.
     *
     * @param steps in this order
     * @throws ApplyException when a step before the commit failed; all before it were undone
     * @throws HomeException when the store or the commit failed; all before it were undone
     */
    public void apply(List<Step> steps) throws ApplyException, HomeException {
        Deque<Step> done = new ArrayDeque<>();
        StepTimes times = new StepTimes();
        bundles.begin();
        boolean committed = false;
        for (Step step : steps) {
            if (committed) {
                tidy(step);
                times.done(describe(step));
                continue;
            }
            try {
                perform(step);
                done.push(step);
                times.done(describe(step));
                committed = step instanceof Step.Decision;
            } catch (ApplyException | HomeException e) {
                undo(done);
                throw e;
            } catch (RuntimeException | Error e) {
                // A view that fails with an Error, such as a missing class, must not leave half a change behind.
                undo(done);
                throw new ApplyException(
                        "DT-APPLY-003",
                        "A step failed: " + describe(step) + ": " + e,
                        "Try again; if it stays so, please report it.",
                        e);
            }
        }
        log(times.toString());
    }

    private void tidy(Step step) {
        try {
            perform(step);
        } catch (ApplyException | HomeException | RuntimeException | Error e) {
            log("Tidying up after the change failed: " + describe(step), e);
        }
    }

    /** Latest first. An interrupt, come when it may, waits until all is undone: each step waits for another thread. */
    private void undo(Deque<Step> done) {
        boolean interrupted = Thread.interrupted();
        for (Step step : done) {
            undo(step);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static String describe(Step step) {
        String name = step.getClass().getSimpleName();
        if (step instanceof Step.Entry entry) {
            return name + " " + entry.bundle().name();
        } else if (step instanceof Step.Start start) {
            return name + " " + start.bundle().name() + " for "
                    + start.feature().title();
        } else if (step instanceof Step.Retire retire) {
            return name + " " + retire.bundle().name();
        } else if (step instanceof Step.RetireOlder retire) {
            return name + " " + retire.bundle().name();
        } else if (step instanceof Step.HandOver handOver) {
            return name + " " + handOver.to().id() + " " + handOver.to().version();
        } else if (step instanceof Step.Suspend suspend) {
            return name + " " + suspend.feature().id() + " " + suspend.feature().version();
        } else if (step instanceof Step.Resume resume) {
            return name + " " + resume.to().id() + " " + resume.to().version();
        } else if (step instanceof Step.CloseViews close) {
            return name + " " + close.feature().id();
        }
        return name;
    }

    private void perform(Step step) throws ApplyException, HomeException {
        if (step instanceof Step.Install install) {
            bundles.install(install.bundle(), install.wiring());
        } else if (step instanceof Step.InstallAgain again) {
            bundles.installAgain(again.bundle(), again.wiring());
        } else if (step instanceof Step.Resolve resolve) {
            bundles.resolve(resolve.bundles());
        } else if (step instanceof Step.Start start) {
            bundles.start(start.bundle(), start.feature());
        } else if (step instanceof Step.HandOver handOver) {
            succession.handOver(
                    older(handOver.from()), active(handOver.to()), handOver.to().title());
        } else if (step instanceof Step.Suspend suspend) {
            suspend(older(suspend.feature()), suspend.feature());
        } else if (step instanceof Step.Resume resume) {
            succession.resume(
                    older(resume.from()), active(resume.to()), resume.to().title());
        } else if (step instanceof Step.Commit commit) {
            generations.commit(commit.next(), commit.index());
        } else if (step instanceof Step.Return back) {
            generations.returnTo(back.next().generation());
        } else if (step instanceof Step.CloseViews close) {
            succession.close(active(close.feature()));
        } else if (step instanceof Step.Retire retire) {
            retire(retire.bundle());
        } else if (step instanceof Step.RetireOlder retire) {
            if (!bundles.removeOlder(retire.bundle())) {
                log(stays(retire.bundle()));
            }
        }
    }

    /** What can't be stopped in time is not worth a failure yet: whoever comes after it will say what was not free. */
    private void suspend(Active feature, LockedFeature locked) throws ApplyException {
        succession.suspend(feature);
        bundles.stopOlder(locked);
    }

    private void wake(Active feature, LockedFeature locked) throws ApplyException {
        bundles.startOlder(locked);
        succession.resume(feature, feature, locked.title());
    }

    private static String stays(LockedBundle bundle) {
        return bundle.name() + " stays until the next start: others are wired to it";
    }

    private void retire(LockedBundle bundle) {
        if (bundles.hasUsers(bundle)) {
            log(stays(bundle));
        } else {
            bundles.remove(bundle);
        }
    }

    /** Of a feature that is there twice, the one that was there before. */
    private Active older(LockedFeature feature) {
        return new Active(feature.id(), feature.version(), bundles.olderId(feature.bundle()));
    }

    /**
     * @param feature a feature whose bundle is in the framework
     * @return the feature as the shell knows it
     */
    public Active active(LockedFeature feature) {
        return new Active(feature.id(), feature.version(), bundles.id(feature.bundle()));
    }

    /** @return what is in the framework now */
    public Running running() {
        return bundles.running();
    }

    private void undo(Step step) {
        try {
            if (step instanceof Step.Install install) {
                bundles.remove(install.bundle());
            } else if (step instanceof Step.InstallAgain again) {
                bundles.removeAgain(again.bundle());
            } else if (step instanceof Step.Start start) {
                bundles.stop(start.bundle());
            } else if (step instanceof Step.HandOver handOver) {
                succession.handOver(
                        active(handOver.to()),
                        older(handOver.from()),
                        handOver.from().title());
            } else if (step instanceof Step.Suspend suspend) {
                wake(older(suspend.feature()), suspend.feature());
            } else if (step instanceof Step.Resume resume) {
                succession.suspend(active(resume.to()));
            }
        } catch (ProvisioningException | RuntimeException | Error e) {
            log("Undoing failed: " + describe(step), e);
        }
    }

    private static void log(String message) {
        System.getLogger(Applier.class.getName()).log(System.Logger.Level.INFO, message);
    }

    private static void log(String message, Throwable e) {
        System.getLogger(Applier.class.getName()).log(System.Logger.Level.WARNING, message, e);
    }
}
