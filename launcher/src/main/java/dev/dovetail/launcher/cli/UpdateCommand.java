package dev.dovetail.launcher.cli;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Snapshots;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
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
            Lockfile now = offline.parts().provisioner().installed();
            List<String> wanted =
                    features.isEmpty() ? updatable(now, known, offline.parts().disk()) : List.copyOf(features);
            for (String feature : wanted) {
                now = carryOut(offline, known, new Request.Update(feature));
                say("Updated to " + describe(now, feature) + ": generation " + now.generation() + ".");
            }
            if (wanted.isEmpty()) {
                say("Everything is up to date.");
            }
            return now;
        });
    }

    private static List<String> updatable(Lockfile lockfile, Known known, Disk disk) {
        Snapshot snapshot = Snapshots.of(lockfile, known, disk.health().read().failed());
        return snapshot.features().stream()
                .filter(feature -> feature.state() instanceof FeatureStatus.Updatable)
                .map(FeatureStatus::id)
                .toList();
    }
}
