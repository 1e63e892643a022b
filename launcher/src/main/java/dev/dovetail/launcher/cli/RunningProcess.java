package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.launcher.instance.Verbs;
import dev.dovetail.provisioner.Unloading;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.heap.HeapDump;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** The Dovetail with a window: it carries out what other processes were asked for, with its own provisioner. */
final class RunningProcess implements Venue, Verbs {

    private final Launcher launcher;
    private final LiveProvisioning provisioning;

    RunningProcess(Launcher launcher) {
        this.launcher = launcher;
        this.provisioning = new LiveProvisioning(launcher);
    }

    @Override
    public int carryOut(List<String> arguments, PrintWriter out, PrintWriter err) {
        if (arguments.isEmpty() || arguments.get(0).equals("run")) {
            launcher.raise();
            out.println("Dovetail is already running; its window is in front now.");
            return 0;
        }
        return DovetailCommand.execute(this, out, err, arguments.toArray(String[]::new));
    }

    @Override
    public int carryOut(HomeOptions options, CommandSpec spec, Work work, String... more) throws ProvisioningException {
        options.rememberedBy(provisioning, question());
        return work.run(provisioning);
    }

    @Override
    public int open(HomeOptions options, CommandSpec spec, String route)
            throws ProvisioningException, InterruptedException {
        options.rememberedBy(provisioning, question());
        OpenedRoutes.of(launcher).one(route);
        spec.commandLine().getOut().println("Opened " + route + ".");
        return 0;
    }

    @Override
    public Optional<Unloading.Report> unloading(Home home) {
        return Optional.of(launcher.unloading().report());
    }

    @Override
    public void dump(Home home, Path file) throws HomeException {
        try {
            HeapDump.write(file);
        } catch (IOException e) {
            throw Leaks.unwritable(e);
        }
    }

    /** The person is at another terminal. */
    @Override
    public Question question() {
        return words -> Optional.empty();
    }
}
