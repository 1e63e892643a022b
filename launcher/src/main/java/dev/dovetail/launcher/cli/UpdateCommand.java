package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Updates features to the newest versions on offer. */
@Command(name = "update", description = "Updates a feature, or all, to the newest versions on offer.")
final class UpdateCommand extends Change implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The features; all that can be updated when none.")
    private List<String> features = new ArrayList<>();

    @Override
    public Integer call() throws ProvisioningException {
        return change((offline, known) -> {
            if (features.isEmpty()) {
                return all(offline, known);
            }
            Lockfile now = offline.parts().provisioner().installed();
            for (String feature : features) {
                now = carryOut(offline, known, new Request.Update(feature));
                say("Updated to " + describe(now, feature) + ": generation " + now.generation() + ".");
            }
            return now;
        });
    }

    /** In one change; what can't come along is said, and why. */
    private Lockfile all(Offline offline, Known known) throws ProvisioningException {
        Lockfile before = offline.parts().provisioner().installed();
        Request.UpdateAll request = new Request.UpdateAll();
        Outcome outcome = offline.parts().provisioner().plan(request, known);
        if (outcome instanceof Refusal.UpToDate upToDate) {
            say(Explanation.of(upToDate).message());
            return before;
        }
        Lockfile after = carryOut(offline, known, request);
        for (LockedFeature feature : after.features()) {
            if (before.feature(feature.id()).filter(feature::equals).isEmpty()) {
                say("Updated to " + describe(after, feature.id()) + ": generation " + after.generation() + ".");
            }
        }
        if (outcome instanceof Plan plan) {
            plan.held()
                    .values()
                    .forEach(refusal ->
                            say("Not updated: " + Explanation.of(refusal).message()));
        }
        return after;
    }
}
