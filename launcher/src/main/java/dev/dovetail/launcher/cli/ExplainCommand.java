package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.plan.FeatureAccount;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a feature is as it is. Changes nothing, and works while the shell runs. */
@Command(
        name = "explain",
        description = "Says why a feature is as it is: its versions, what it needs and from whom, what it shares.")
final class ExplainCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "The feature.")
    private String feature = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        try (Looking looking = Looking.at(options.home(), options.profile())) {
            Known known = looking.check();
            new Terminal(spec.commandLine().getErr()).problems(known);
            FeatureAccount account = looking.provisioner().explain(feature, known);
            Lockfile installed = looking.provisioner().installed();
            spec.commandLine()
                    .getOut()
                    .println(
                            json
                                    ? PlanFacts.account(account, new WiringFacts(installed))
                                    : new AccountInWords(account, new WiringInWords(installed).packages(feature))
                                            .text());
            return account.installed().isPresent() || !account.offers().isEmpty() ? 0 : 1;
        }
    }
}
