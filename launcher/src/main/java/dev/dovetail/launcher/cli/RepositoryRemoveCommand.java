package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trusts a repository no more. What was installed from it stays. */
@Command(name = "remove", description = "Trusts a repository no more. What was installed from it stays.")
final class RepositoryRemoveCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "NAME|URL", description = "Which.")
    private String which = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            Profile profile = provisioning.profile();
            Repository gone = profile.repository(which).orElseThrow(() -> unknown(profile));
            provisioning.remember(profile.without(gone));
            spec.commandLine()
                    .getOut()
                    .println("Removed: " + gone.name() + ". What was installed from it stays, and gets no updates.");
            return 0;
        });
    }

    private RefusedException unknown(Profile profile) {
        String known = profile.repositories().stream().map(Repository::name).collect(Collectors.joining(", "));
        return new RefusedException(
                "DT-TRUST-026",
                "Expected a repository that this home trusts, found: " + which + ".",
                known.isEmpty() ? "It trusts none." : "It trusts " + known + ".");
    }
}
