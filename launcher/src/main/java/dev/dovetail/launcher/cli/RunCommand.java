package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.boot.EndSignals;
import dev.dovetail.launcher.boot.Log;
import dev.dovetail.launcher.boot.Toolkit;
import dev.dovetail.launcher.desktop.HeadlessTour;
import dev.dovetail.launcher.desktop.Intent;
import dev.dovetail.launcher.desktop.LastTheme;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.home.HomeLock;
import dev.dovetail.launcher.preflight.Mode;
import dev.dovetail.launcher.preflight.Preflight;
import dev.dovetail.launcher.preflight.Verdict;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Opens the window and stays until it is closed; or, headless, opens everything that is installed once. */
@Command(name = "run", description = "Opens the window. This is what happens without a verb.")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(
            names = "--headless",
            description = "Draws into memory instead of onto a display, opens everything installed once, and ends.")
    private boolean headless;

    @Option(
            names = "--safe",
            description = "Starts with all features off; switch them on one by one to find the one that makes trouble.")
    private boolean safe;

    @Option(names = "--screenshots", paramLabel = "DIR", description = "With --headless: keeps a picture of each view.")
    private @Nullable Path screenshots;

    @Option(
            names = "--feature",
            paramLabel = "ID",
            description =
                    "Opens this feature's window, as if it were an application of its own; it is installed if need"
                            + " be, and other features come as it opens them.")
    private @Nullable String feature;

    @Option(
            names = "--open",
            paramLabel = "ROUTE",
            description = "Opens the view at this route, like charts/board?table=sales; may be given several times.")
    private List<String> routes = new ArrayList<>();

    @Spec
    private @Nullable CommandSpec spec;

    RunCommand() {}

    /** Opens a window for one view. */
    RunCommand(HomeOptions options, String route) {
        this.options = options;
        this.routes = List.of(route);
    }

    @Override
    public Integer call() throws ProvisioningException, IOException, InterruptedException {
        CommandLine command = Objects.requireNonNull(spec, "set by picocli").commandLine();
        return run(command.getOut(), command.getErr());
    }

    int run(PrintWriter out, PrintWriter err) throws ProvisioningException, IOException, InterruptedException {
        for (String route : routes) {
            var unused = OpenedRoutes.parsed(route);
        }
        Home home = options.home();
        Optional<Integer> other = !headless && HomeLock.held(home) ? raisedInstead(home, out, err) : Optional.empty();
        if (other.isPresent()) {
            return other.get();
        }
        Verdict verdict = Preflight.check(headless ? Mode.HEADLESS : Mode.WINDOWED);
        if (verdict instanceof Verdict.Lacking lacking) {
            err.println(lacking.message());
            return Verdict.Lacking.EXIT_CODE;
        }
        if (verdict instanceof Verdict.Ready ready && ready.notes().contains(Verdict.Note.SOFTWARE_RENDERING)) {
            System.setProperty("prism.order", "sw");
        }
        Optional<Training> training = Training.asked();
        training.ifPresent(run -> run.before(home));
        return launch(home, training, out, err);
    }

    @SuppressWarnings("try") // What listens has only to be closed.
    private int launch(Home home, Optional<Training> training, PrintWriter out, PrintWriter err)
            throws ProvisioningException, IOException, InterruptedException {
        try (HomeLock lock = HomeLock.take(home)) {
            // JavaFX takes longest, and wants to log: all else happens beside it.
            Toolkit toolkit = Toolkit.begin(headless, () -> Log.to(home), LastTheme.of(home)::read);
            Launcher.Wishes wishes = () -> options.remembered(Question.atTerminal());
            try (Launcher launcher = Launcher.start(lock, Platform.directory(), wishes, toolkit, intent());
                    Listening listening = Listening.to(launcher)) {
                Thread here = Thread.currentThread();
                EndSignals signals = EndSignals.listen(here::interrupt);
                return signals.exitCode(untilInterrupted(launcher, signals, training, out, err));
            }
        }
    }

    private Intent intent() {
        return new Intent(safe, Optional.ofNullable(feature));
    }

    /** What a window that is already there does instead: it comes to the front, with what was to be opened. */
    private List<List<String>> instead() {
        List<List<String>> lines = new ArrayList<>();
        Optional.ofNullable(feature).ifPresent(id -> lines.add(List.of("open", id)));
        routes.forEach(route -> lines.add(List.of("open", route)));
        return lines.isEmpty() ? List.of(List.of("run")) : lines;
    }

    /** One window for a home: whoever starts a second one wanted to see the first. */
    private Optional<Integer> raisedInstead(Home home, PrintWriter out, PrintWriter err) throws HomeException {
        int exit = 0;
        for (List<String> line : instead()) {
            Optional<Integer> done = passOn(home, line, out, err);
            if (done.isEmpty()) {
                return done;
            }
            exit = Math.max(exit, done.get());
        }
        return Optional.of(exit);
    }

    static Optional<Integer> passOn(Home home, List<String> line, PrintWriter out, PrintWriter err)
            throws HomeException {
        return OwnProcess.othersOf(home).flatMap(running -> {
            try (running) {
                return Optional.of(running.carryOut(line, out, err));
            } catch (IOException e) {
                // It ended just now.
                return Optional.empty();
            }
        });
    }

    private int untilInterrupted(
            Launcher launcher, EndSignals signals, Optional<Training> training, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        try {
            if (training.isPresent()) {
                launcher.awaitShown();
                training.get().after();
                return 0;
            }
            return headless ? tour(launcher, out) : stay(launcher, err);
        } catch (InterruptedException e) {
            if (signals.received()) {
                return 0;
            }
            throw e;
        }
    }

    private int stay(Launcher launcher, PrintWriter err) throws InterruptedException {
        if (!routes.isEmpty()) {
            launcher.awaitShown();
            OpenedRoutes.of(launcher).all(routes, err);
        }
        launcher.awaitEnd();
        return 0;
    }

    private int tour(Launcher launcher, PrintWriter out) throws IOException, InterruptedException {
        HeadlessTour tour = new HeadlessTour(launcher, routes, out);
        return screenshots == null ? tour.open() : tour.open(screenshots);
    }
}
