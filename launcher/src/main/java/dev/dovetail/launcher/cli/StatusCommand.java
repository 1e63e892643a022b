package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Deadline;
import dev.dovetail.launcher.desktop.Network;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.provisioner.Deadlines;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.LockedBundle;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Health;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says exactly what is installed. Touches no network, changes nothing, and works while the shell runs. */
@Command(name = "status", description = "Says exactly what is installed.")
final class StatusCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Option(names = "--wiring", description = "Says who gets what from whom, and which packages are shared.")
    private boolean wiring;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        Home home = options.home();
        Disk disk = Disk.at(home.directory());
        Lockfile lockfile = disk.generations().current();
        boolean running = HomeLock.held(home);
        Map<String, Deadline> deadlines = deadlines(home, disk, lockfile);
        Optional<Unloading.Report> unloading = DovetailCommand.venue(spec).unloading(home);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Facts.Body more = facts -> {
                DeadlineFacts.write(facts, deadlines);
                if (unloading.isPresent()) {
                    UnloadingFacts.write(facts, unloading.get());
                }
                if (wiring) {
                    new WiringFacts(lockfile).write(facts);
                }
            };
            out.println(Facts.status(home.directory().toString(), running, lockfile, disk, more));
        } else {
            print(home, running, lockfile, out);
            deadlines.forEach(
                    (feature, deadline) -> out.println("Mandatory   " + DeadlineFacts.words(feature, deadline)));
            disk.heldUp()
                    .read()
                    .ifPresent(now -> out.println(
                            "Held up     by " + now.name() + " since " + now.since() + ", in " + now.where()));
            print(disk.health().read(), out);
            unloading.ifPresent(report -> UnloadingFacts.words(report).forEach(out::println));
            if (wiring) {
                new WiringInWords(lockfile).lines().forEach(out::println);
            }
        }
        return 0;
    }

    /** By what the repositories said when they were last asked: this verb asks nobody, and tells what there is. */
    private static Map<String, Deadline> deadlines(Home home, Disk disk, Lockfile lockfile) {
        try (Network network = Network.of(home, disk.profile().read()::routes)) {
            Known last = network.repositories(disk).last(disk.profile().read());
            return Deadlines.of(lockfile, last.catalog());
        } catch (ProvisioningException e) {
            System.getLogger(StatusCommand.class.getName())
                    .log(System.Logger.Level.DEBUG, "What the repositories last said is not known", e);
            return Map.of();
        }
    }

    private static void print(Health health, PrintWriter out) {
        health.trials().forEach(trial -> out.println("On trial    " + trial.feature() + " " + trial.version()));
        health.failed()
                .forEach(version -> out.println(
                        "Failed      " + version.feature() + " " + version.version() + ": " + version.reason()));
        health.incidents()
                .forEach(incident -> out.println(
                        "Incident    " + incident.at() + " " + incident.code() + ": " + incident.message()));
    }

    private static void print(Home home, boolean running, Lockfile lockfile, PrintWriter out) {
        out.println("Home        " + home.directory() + (running ? " (Dovetail is running)" : ""));
        out.println("Generation  " + lockfile.generation());
        for (LockedFeature feature : lockfile.features()) {
            out.println(String.format(
                    Locale.ROOT, "Feature     %s %s from %s", feature.id(), feature.version(), feature.repository()));
        }
        for (LockedBundle bundle : lockfile.bundles()) {
            out.println(String.format(
                    Locale.ROOT,
                    "Bundle      %s %s sha256:%s",
                    bundle.symbolicName(),
                    bundle.version(),
                    bundle.content().sha256()));
        }
    }
}
