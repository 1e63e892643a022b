package dev.dovetail.launcher.cli;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.Snapshot;
import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Repositories;
import dev.dovetail.provisioner.Snapshots;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists the features that are installed or on offer. Changes nothing, and works while the shell runs. */
@Command(name = "list", description = "Lists the features that are installed or on offer.")
final class ListCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        Disk disk = Disk.at(options.home().directory());
        Profile profile = options.profile();
        try (Network network = Network.of(options.home(), profile::routes)) {
            Repositories repositories = network.repositories(disk);
            Known known = repositories.check(profile);
            Snapshot snapshot = Snapshots.of(
                    disk.generations().current(), known, disk.health().read().failed());
            PrintWriter out = spec.commandLine().getOut();
            if (json) {
                out.println(Facts.list(snapshot));
            } else {
                print(snapshot, out);
            }
            new Terminal(spec.commandLine().getErr()).problems(known);
            return known.problems().isEmpty() || !snapshot.features().isEmpty() ? 0 : 1;
        }
    }

    private static void print(Snapshot snapshot, PrintWriter out) {
        if (snapshot.features().isEmpty()) {
            out.println(
                    snapshot.repositories().isEmpty()
                            ? "No features: no repository is known. Add one: dovetail repository add URL."
                            : "No features.");
            return;
        }
        out.println(String.format(Locale.ROOT, "%-16s %-12s %-22s %s", "FEATURE", "VERSION", "STATE", "TITLE"));
        for (FeatureStatus feature : snapshot.features()) {
            String state = feature.state() instanceof FeatureStatus.Updatable updatable
                    ? "installed, " + updatable.newer() + " is out"
                    : Facts.state(feature.state());
            out.println(String.format(
                    Locale.ROOT,
                    "%-16s %-12s %-22s %s",
                    feature.id(),
                    feature.state().version(),
                    state,
                    feature.title()));
            feature.state()
                    .deadline()
                    .ifPresent(deadline -> out.println("    " + DeadlineFacts.words(feature.id(), deadline)));
        }
    }
}
