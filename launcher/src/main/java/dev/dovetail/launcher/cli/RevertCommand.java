package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Goes back to a generation that was kept. Touches no network as long as its jars are in the store. */
@Command(name = "revert", description = "Goes back to an earlier set of features, which needs no network.")
final class RevertCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(
            paramLabel = "GENERATION",
            arity = "0..1",
            description = "Which, 0 for nothing installed. Default: the newest before the present one.")
    private @Nullable Long generation;

    @Option(names = "--list", description = "Shows the generations that are kept, and changes nothing.")
    private boolean list;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        if (list) {
            list(options.home());
            return 0;
        }
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            long to = generation == null ? provisioning.previous() : generation;
            Lockfile now =
                    provisioning.revert(to, new Terminal(spec.commandLine().getErr()).progress());
            out().println(json ? status(now, provisioning) : "Went back to " + describe(now) + ".");
            return 0;
        });
    }

    private static String status(Lockfile now, Provisioning provisioning) throws HomeException {
        String home = provisioning.home().directory().toString();
        return Facts.status(home, provisioning.running(), now, provisioning.disk());
    }

    private void list(Home home) throws HomeException {
        Disk disk = Disk.at(home.directory());
        long current = disk.generations().current().generation();
        List<Lockfile> kept = kept(disk);
        if (json) {
            out().println(Facts.generations(kept, disk, current));
            return;
        }
        for (Lockfile lockfile : kept) {
            boolean good = disk.generations().good().stream().anyMatch(n -> n == lockfile.generation());
            out().println(describe(lockfile)
                    + (lockfile.generation() == current ? " (in force)" : "")
                    + (good ? " (good)" : ""));
        }
    }

    /** One that can't be read is none to go back to. */
    private static List<Lockfile> kept(Disk disk) throws HomeException {
        List<Lockfile> kept = new ArrayList<>();
        for (long number : disk.generations().kept().descendingSet()) {
            try {
                kept.add(disk.generations().at(number));
            } catch (HomeException e) {
                System.getLogger(RevertCommand.class.getName())
                        .log(System.Logger.Level.WARNING, "Generation " + number + " can't be read", e);
            }
        }
        return kept;
    }

    private static String describe(Lockfile lockfile) {
        String features = lockfile.features().stream()
                .map(feature -> feature.title() + " " + feature.version())
                .collect(Collectors.joining(", "));
        return "generation " + lockfile.generation() + ": " + (features.isEmpty() ? "nothing installed" : features);
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
