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
 * started beside the old one, takes over its views, and only then goes the old one.
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
        missing.forEach(bundle -> steps.add(new Step.Install(bundle)));
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
        List<Step> before = new ArrayList<>();
        List<Step> after = new ArrayList<>();
        Set<String> entered = new HashSet<>(running.bundles());
        Set<String> started = new HashSet<>(running.started());
        for (LockedFeature feature : next.features()) {
            Optional<LockedFeature> old = current.feature(feature.id()).filter(f -> runs(f, running));
            if (old.isPresent() || feature.id().equals(wanted)) {
                List<Step> steps = activation(feature, next, new Running(entered, started));
                before.addAll(steps);
                steps.forEach(step -> note(step, entered, started));
            }
            old.filter(f -> !f.bundle().equals(feature.bundle()))
                    .ifPresent(f -> before.add(new Step.HandOver(f, feature)));
        }
        for (LockedFeature feature : current.features()) {
            if (runs(feature, running) && next.feature(feature.id()).isEmpty()) {
                after.add(new Step.CloseViews(feature));
            }
        }
        after.addAll(retirements(current, next, running));
        before.add(decision);
        before.addAll(after);
        return List.copyOf(before);
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
    private static List<Step> retirements(Lockfile current, Lockfile next, Running running) {
        Set<String> kept = new HashSet<>();
        next.bundles().forEach(bundle -> kept.add(bundle.content().sha256()));
        Set<String> providersFirst = new LinkedHashSet<>();
        current.features().forEach(feature -> providersFirst.addAll(feature.closure()));
        List<String> order = new ArrayList<>(providersFirst);
        Collections.reverse(order);
        return order.stream()
                .filter(sha256 -> running.bundles().contains(sha256) && !kept.contains(sha256))
                .<Step>map(sha256 -> new Step.Retire(current.bundle(sha256)))
                .toList();
    }
}
