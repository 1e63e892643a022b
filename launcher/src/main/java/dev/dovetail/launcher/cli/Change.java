package dev.dovetail.launcher.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Request;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the verbs that change the installed set have in common. The system's wish that they end gives up what they do. */
abstract class Change {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The work itself, with the home locked and the repositories read. */
    interface Work {
        Lockfile run(Provisioning provisioning, Known known) throws ProvisioningException;
    }

    int change(Work work) throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            Known known = provisioning.check();
            terminal().problems(known);
            Lockfile now = work.run(provisioning, known);
            if (json) {
                String home = provisioning.home().directory().toString();
                out().println(Facts.status(home, provisioning.running(), now, provisioning.disk(), this::more));
            }
            return 0;
        });
    }

    /** What a verb has to tell programs besides. */
    void more(JsonGenerator facts) throws IOException {
        // Most have nothing.
    }

    Lockfile carryOut(Provisioning provisioning, Request request) throws ProvisioningException {
        return provisioning.carryOut(request, terminal().progress());
    }

    /** A view may hold what an update or a removal would cost the person: then they have to say so twice. */
    static void requireLeave(Provisioning provisioning, Request request, boolean now) throws ProvisioningException {
        if (now || !provisioning.running() || !(provisioning.plan(request) instanceof Plan plan)) {
            return;
        }
        Set<String> disturbed = new LinkedHashSet<>();
        plan.restarts().forEach(restart -> disturbed.add(restart.featureId()));
        if (request instanceof Request.Remove) {
            disturbed.add(request.featureId());
        }
        for (String feature : disturbed) {
            List<String> objections = provisioning.objections(feature);
            if (!objections.isEmpty()) {
                throw new RefusedException(
                        "DT-APPLY-030",
                        "Expected " + feature + " to be at rest, but it asks to wait: " + String.join(" ", objections),
                        "Try again later, choose a moment in the window, or give --now to go on all the same.");
            }
        }
    }

    /** Says what was done, to people. */
    void say(String sentence) {
        if (!json) {
            out().println(sentence);
        }
    }

    static String describe(Lockfile lockfile, String featureId) {
        return lockfile.feature(featureId).map(Change::describe).orElse(featureId);
    }

    private static String describe(LockedFeature feature) {
        return feature.title() + " " + feature.version();
    }

    CommandLine commandLine() {
        return spec.commandLine();
    }

    private PrintWriter out() {
        return commandLine().getOut();
    }

    private Terminal terminal() {
        return new Terminal(commandLine().getErr());
    }
}
