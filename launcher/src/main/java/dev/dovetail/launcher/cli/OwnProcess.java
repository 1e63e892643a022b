package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.boot.EndSignals;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.launcher.instance.InstanceClient;
import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A process that was started for one verb: it takes the home for as long as that lasts; or, when a Dovetail has it open,
 * hands the command line to that one and passes on what it says.
 */
final class OwnProcess implements Venue {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Override
    public int carryOut(HomeOptions options, CommandSpec spec, Work work, String... more) throws ProvisioningException {
        Home home = options.home();
        Optional<InstanceClient> running = othersOf(home);
        if (running.isPresent()) {
            return handOver(running.get(), spec, more);
        }
        try (Offline offline = Offline.open(home, () -> options.remembered(question()))) {
            EndSignals signals = EndSignals.listen(offline::cancel);
            return signals.exitCode(cancellable(offline, spec, work, signals));
        }
    }

    @Override
    public int open(HomeOptions options, CommandSpec spec, String route)
            throws ProvisioningException, IOException, InterruptedException {
        Optional<InstanceClient> running = othersOf(options.home());
        return running.isPresent()
                ? handOver(running.get(), spec)
                : new RunCommand(options, route)
                        .run(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    private static int cancellable(Offline offline, CommandSpec spec, Work work, EndSignals signals)
            throws ProvisioningException {
        try {
            return work.run(offline);
        } catch (RefusedException e) {
            if (signals.received()) {
                return Entrance.explain(e, spec.commandLine().getErr());
            }
            throw e;
        }
    }

    /** Another verb may be at work, or a window about to open: either is over soon. */
    static Optional<InstanceClient> othersOf(Home home) throws HomeException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        Optional<InstanceClient> running = InstanceClient.find(home);
        while (running.isEmpty() && HomeLock.held(home) && System.nanoTime() < end) {
            pause();
            running = InstanceClient.find(home);
        }
        return running;
    }

    private static void pause() throws HomeException {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new HomeException("DT-HOME-014", "Interrupted while another process had the home.", "", e);
        }
    }

    private static int handOver(InstanceClient running, CommandSpec spec, String... more) throws HomeException {
        List<String> arguments =
                new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        arguments.addAll(List.of(more));
        try (running) {
            return running.carryOut(
                    arguments, spec.commandLine().getOut(), spec.commandLine().getErr());
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-014",
                    "Expected the Dovetail that has the home open to answer, but: " + e.getMessage() + ".",
                    "See with dovetail status how far it came, and try again.",
                    e);
        }
    }

    /** Not waited for: whatever else there is to say doesn't depend on it. */
    @Override
    public Optional<Unloading.Report> unloading(Home home) {
        return InstanceClient.find(home).flatMap(OwnProcess::unloading);
    }

    private static Optional<Unloading.Report> unloading(InstanceClient running) {
        StringWriter said = new StringWriter();
        try (running) {
            int exit =
                    running.carryOut(RetiredText.ASKING, new PrintWriter(said), new PrintWriter(Writer.nullWriter()));
            return exit == 0 ? Optional.of(RetiredText.read(said.toString())) : Optional.empty();
        } catch (IOException e) {
            // It ended just now.
            return Optional.empty();
        }
    }

    @Override
    public void dump(Home home, Path file) throws HomeException {
        InstanceClient running = othersOf(home).orElseThrow(() -> Leaks.nobody(home));
        StringWriter said = new StringWriter();
        PrintWriter words = new PrintWriter(said);
        try (running) {
            if (running.carryOut(Leaks.dumping(file), words, words) != 0) {
                throw Leaks.unwritable(new IOException(said.toString().strip()));
            }
        } catch (IOException e) {
            throw Leaks.unwritable(e);
        }
    }

    @Override
    public Question question() {
        return Question.atTerminal();
    }
}
