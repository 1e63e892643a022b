package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Deadline;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.plan.Explanation;
import dev.dovetail.provisioner.plan.Outcome;
import dev.dovetail.provisioner.plan.Plan;
import dev.dovetail.provisioner.plan.Refusal;
import dev.dovetail.provisioner.plan.Request;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What the verbs that only plan have in common. */
abstract class Forecast {

    private static final int REFUSED = 1;

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Option(names = "--details", description = "With a refusal, adds what the resolver says in its own words.")
    private boolean details;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** 0 when there is a plan, 1 when there is none. */
    int forecast(Request request) throws ProvisioningException {
        try (Looking looking = Looking.at(options.home(), options.profile())) {
            Known known = looking.check();
            new Terminal(spec.commandLine().getErr()).problems(known);
            Map<String, Deadline> deadlines = concerned(request, looking.deadlines(known));
            deadlines.forEach((feature, deadline) ->
                    spec.commandLine().getErr().println("note: " + DeadlineFacts.words(feature, deadline)));
            Outcome outcome = looking.provisioner().plan(request, known);
            Signers signers = new Signers(looking.profile());
            if (outcome instanceof Plan plan) {
                out().println(json ? PlanFacts.plan(plan, signers, deadlines) : new PlanInWords(plan, signers).text());
                return 0;
            }
            refuse(Explanation.of((Refusal) outcome), ((Refusal) outcome).featureId(), deadlines);
            return REFUSED;
        }
    }

    private static Map<String, Deadline> concerned(Request request, Map<String, Deadline> deadlines) {
        Map<String, Deadline> concerned = new TreeMap<>(deadlines);
        if (!(request instanceof Request.UpdateAll)) {
            concerned.keySet().retainAll(Set.of(request.featureId()));
        }
        return concerned;
    }

    private void refuse(Explanation explanation, String featureId, Map<String, Deadline> deadlines) {
        if (json) {
            out().println(PlanFacts.refusal(explanation, featureId, deadlines));
        }
        PrintWriter err = spec.commandLine().getErr();
        err.println("error: " + explanation.message());
        err.println("hint: " + explanation.hint());
        err.println("code: " + explanation.code());
        if (details) {
            err.println("details: " + (explanation.details().isEmpty() ? "none" : explanation.details()));
        }
        err.flush();
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
