package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.LockedFeature;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.Request;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the verbs that change the installed set have in common. */
abstract class Change {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The work itself, with the home locked and the repositories read. */
    interface Work {
        Lockfile run(Offline offline, Known known) throws ProvisioningException;
    }

    int change(Work work) throws ProvisioningException {
        try (Offline offline = Offline.open(options.home(), options::remembered)) {
            Known known = offline.parts().repositories().check(offline.profile());
            terminal().problems(known);
            Lockfile now = work.run(offline, known);
            if (json) {
                out().println(Facts.status(
                        options.home().directory().toString(),
                        false,
                        now,
                        offline.parts().disk()));
            }
            return 0;
        }
    }

    Lockfile carryOut(Offline offline, Known known, Request request) throws ProvisioningException {
        return offline.parts()
                .provisioner()
                .bring(request, known, offline.embedded(), false, terminal().progress());
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
