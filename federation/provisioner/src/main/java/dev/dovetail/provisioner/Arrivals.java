package dev.dovetail.provisioner;

import dev.dovetail.provisioner.apply.Running;
import dev.dovetail.provisioner.apply.Step;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.health.Trial;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which versions are new by a change, and so on probation. Pure. */
final class Arrivals {

    private Arrivals() {}

    /**
     * @param health before the change
     * @param current the generation in force before it
     * @param steps the change
     * @param running what is in the framework before it
     * @return as it must be known before the change begins
     */
    static Health noted(Health health, Lockfile current, List<Step> steps, Running running) {
        Lockfile next = next(current, steps);
        Set<String> runs = new HashSet<>(running.started());
        steps.forEach(step -> {
            if (step instanceof Step.Start start) {
                runs.add(start.bundle().content().sha256());
            }
        });
        Health noted = health.within(
                next.features().stream().map(LockedFeature::bundle).collect(Collectors.toSet()));
        for (LockedFeature feature : next.features()) {
            boolean known = current.feature(feature.id())
                    .filter(old -> old.bundle().equals(feature.bundle()))
                    .isPresent();
            if (!known) {
                noted = noted.trying(trial(feature, current, runs.contains(feature.bundle())));
            }
        }
        return noted;
    }

    private static Trial trial(LockedFeature feature, Lockfile current, boolean runs) {
        return new Trial(
                feature.id(), feature.title(), feature.version(), feature.bundle(), current.generation(), runs);
    }

    private static Lockfile next(Lockfile current, List<Step> steps) {
        return steps.stream()
                .filter(Step.Decision.class::isInstance)
                .map(step -> ((Step.Decision) step).next())
                .findFirst()
                .orElse(current);
    }
}
