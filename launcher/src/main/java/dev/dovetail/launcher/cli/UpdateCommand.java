package dev.dovetail.launcher.cli;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Snapshots;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
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
            Lockfile reached = provisioning.installed();
            List<String> wanted = features.isEmpty() ? updatable(reached, known) : List.copyOf(features);
            for (String feature : wanted) {
                requireLeave(provisioning, feature, now);
                reached = carryOut(provisioning, new Request.Update(feature));
                say("Updated to " + describe(reached, feature) + ": generation " + reached.generation() + ".");
            }
            if (wanted.isEmpty()) {
                say("Everything is up to date.");
            }
            return reached;
        });
    }

    private static List<String> updatable(Lockfile lockfile, Known known) {
        Snapshot snapshot = Snapshots.of(lockfile, known);
        return snapshot.features().stream()
                .filter(feature -> feature.state() instanceof FeatureStatus.Updatable)
                .map(FeatureStatus::id)
                .toList();
    }
}
