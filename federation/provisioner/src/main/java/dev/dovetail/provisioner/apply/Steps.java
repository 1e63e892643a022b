package dev.dovetail.provisioner.apply;

import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Turns "from this generation to that one" into steps. Pure: the same arguments give the same steps.
 *
 * <p>Only features that run are touched in the framework; the others change with the lockfile alone. A new version is
 * started beside the old one, takes over its views, and only then goes the old one; but of a feature that holds something of
 * which there is one, the old version stops first. What stays and is wired to something
 * else from now on enters once more, beside itself, and goes the same way.
 */
public final class Steps {

    private Steps() {}

    /**
     * @param feature a feature of the generation in force
     * @param lockfile that generation
     * @param running what is in the framework
     * @return what it takes for the feature to run; empty when it does
     */
    public static List<Step> activation(LockedFeature feature, Lockfile lockfile, Running running) {
        List<LockedBundle> closure = lockfile.closure(feature);
        List<LockedBundle> missing = closure.stream()
                .filter(bundle -> !running.bundles().contains(bundle.content().sha256()))
                .toList();
        List<LockedBundle> resting = closure.stream()
                .filter(bundle -> !running.started().contains(bundle.content().sha256()))
                .toList();
        List<Step> steps = new ArrayList<>();
        missing.forEach(bundle -> steps.add(
                new Step.Install(bundle, lockfile.wiring(bundle.content().sha256()))));
        if (!resting.isEmpty()) {
            steps.add(new Step.Resolve(closure));
        }
        resting.forEach(bundle -> steps.add(new Step.Start(bundle, feature)));
        return List.copyOf(steps);
    }

    /**
     * @param current the generation in force
     * @param decision puts the generation to come in force
     * @param running what is in the framework
     * @param wanted a feature that must run afterwards although it doesn't yet, or empty
     * @return all steps, with the decision among them
     */
    public static List<Step> change(Lockfile current, Step.Decision decision, Running running, String wanted) {
        Lockfile next = decision.next();
        Set<String> rewired = new Rewiring(current, next).among(running.bundles());
        List<Step> before = new ArrayList<>();
        Set<String> entered = without(rewired, running.bundles());
        Set<String> started = without(rewired, running.started());
        for (LockedFeature feature : next.features()) {
            Optional<LockedFeature> old = current.feature(feature.id()).filter(f -> runs(f, running));
            List<Step> steps = new ArrayList<>();
            if (old.isPresent() || feature.id().equals(wanted)) {
                steps.addAll(activation(feature, next, new Running(entered, started)));
                steps.forEach(step -> note(step, entered, started));
                steps.replaceAll(step -> again(step, rewired));
            }
            old.filter(f -> !f.bundle().equals(feature.bundle()) || rewired.contains(f.bundle()))
                    .ifPresent(f -> succeed(f, feature, steps));
            before.addAll(steps);
        }
        before.add(decision);
        for (LockedFeature feature : current.features()) {
            if (runs(feature, running) && next.feature(feature.id()).isEmpty()) {
                before.add(new Step.CloseViews(feature));
            }
        }
        before.addAll(retirements(current, next, running, rewired).stream()
                .map(bundle -> retirement(bundle, rewired, entered))
                .toList());
        return List.copyOf(before);
    }

    /** All that can be done beside the old one is done before it has to stop. */
    private static void succeed(LockedFeature from, LockedFeature to, List<Step> steps) {
        if (from.exclusive() || to.exclusive()) {
            long ahead = steps.stream()
                    .takeWhile(step -> !(step instanceof Step.Start start)
                            || !start.bundle().content().sha256().equals(to.bundle()))
                    .count();
            steps.add((int) ahead, new Step.Suspend(from));
            steps.add(new Step.Resume(from, to));
        } else {
            steps.add(new Step.HandOver(from, to));
        }
    }

    private static Set<String> without(Set<String> these, Set<String> all) {
        Set<String> rest = new HashSet<>(all);
        rest.removeAll(these);
        return rest;
    }

    private static Step again(Step step, Set<String> rewired) {
        return step instanceof Step.Install install
                        && rewired.contains(install.bundle().content().sha256())
                ? new Step.InstallAgain(install.bundle(), install.wiring())
                : step;
    }

    private static boolean runs(LockedFeature feature, Running running) {
        return running.started().contains(feature.bundle());
    }

    private static void note(Step step, Set<String> entered, Set<String> started) {
        if (step instanceof Step.Install install) {
            entered.add(install.bundle().content().sha256());
        } else if (step instanceof Step.Start start) {
            started.add(start.bundle().content().sha256());
        }
    }

    /**
     * Users before providers, so that what another bundle still needs goes last. Each closure has providers first and is
     * complete, so one behind the other they still have; the whole is then read backwards.
     */
    private static List<LockedBundle> retirements(
            Lockfile current, Lockfile next, Running running, Set<String> rewired) {
        Set<String> kept = new HashSet<>();
        next.bundles().forEach(bundle -> kept.add(bundle.content().sha256()));
        Set<String> providersFirst = new LinkedHashSet<>();
        current.features().forEach(feature -> current.closure(feature)
                .forEach(bundle -> providersFirst.add(bundle.content().sha256())));
        List<String> order = new ArrayList<>(providersFirst);
        Collections.reverse(order);
        return order.stream()
                .filter(sha256 -> running.bundles().contains(sha256))
                .filter(sha256 -> rewired.contains(sha256) || !kept.contains(sha256))
                .map(current::bundle)
                .toList();
    }

    /** Of what should have entered again, and wasn't asked for, there is only one. */
    private static Step retirement(LockedBundle bundle, Set<String> rewired, Set<String> entered) {
        String sha256 = bundle.content().sha256();
        return rewired.contains(sha256) && entered.contains(sha256)
                ? new Step.RetireOlder(bundle)
                : new Step.Retire(bundle);
    }
}
