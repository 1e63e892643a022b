package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Generation;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.History;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import java.io.PrintWriter;
import java.time.temporal.ChronoUnit;
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
            warn(provisioning, to);
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
        List<Generation> kept = new History(disk.generations()).kept();
        if (json) {
            out().println(HistoryFacts.of(kept, disk));
            return;
        }
        for (Generation generation : kept) {
            out().println(describe(disk.generations().at(generation.number()))
                    + (generation.current() ? " (in force)" : "")
                    + (generation.good() ? " (good)" : "")
                    + (generation.pinned() ? " (pinned)" : "")
                    + ", of " + generation.since().truncatedTo(ChronoUnit.SECONDS));
            generation.changes().forEach(change -> out().println("    " + ChangeInWords.of(change)));
        }
    }

    /** What an older version can't read is nobody's to say but its own: so it is said of each that moves down. */
    private void warn(Provisioning provisioning, long to) throws ProvisioningException {
        PrintWriter err = spec.commandLine().getErr();
        for (Generation generation : provisioning.generations()) {
            if (generation.number() == to && generation.lowers()) {
                generation.changes().stream()
                        .filter(Generation.Lowered.class::isInstance)
                        .forEach(change -> err.println("note: " + ChangeInWords.of(change)
                                + "; what it saved since may be more than the older version can read."));
            }
        }
        err.flush();
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
