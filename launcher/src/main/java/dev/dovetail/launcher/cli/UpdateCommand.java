package dev.dovetail.launcher.cli;

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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Updates features to the newest versions on offer. */
@Command(name = "update", description = "Updates a feature, or all, to the newest versions on offer.")
final class UpdateCommand extends Change implements Callable<Integer> {

    @Parameters(paramLabel = "ID", arity = "0..*", description = "The features; all that can be updated when none.")
    private List<String> features = new ArrayList<>();

    @Option(names = "--now", description = "Does it even if an open view asks to wait.")
    private boolean now;

    @Override
    public Integer call() throws ProvisioningException {
        return change((provisioning, known) -> {
            if (features.isEmpty()) {
                return all(provisioning);
            }
            Lockfile reached = provisioning.installed();
            for (String feature : features) {
                Request.Update request = new Request.Update(feature);
                requireLeave(provisioning, request, now);
                reached = carryOut(provisioning, request);
                say("Updated to " + describe(reached, feature) + ": generation " + reached.generation() + ".");
            }
            return reached;
        });
    }

    /** In one change; what can't come along is said, and why. */
    private Lockfile all(Provisioning provisioning) throws ProvisioningException {
        Lockfile before = provisioning.installed();
        Request.UpdateAll request = new Request.UpdateAll();
        Outcome outcome = provisioning.plan(request);
        if (outcome instanceof Refusal.UpToDate upToDate) {
            say(Explanation.of(upToDate).message());
            return before;
        }
        requireLeave(provisioning, request, now);
        Lockfile after = carryOut(provisioning, request);
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
