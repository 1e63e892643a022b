package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RefusedException;
import dev.dovetail.provisioner.health.FailedVersion;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Forgets what a feature's versions did on this machine, so that they are offered again. */
@Command(name = "forgive", description = "Offers versions of a feature again that failed here.")
final class ForgiveCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Parameters(paramLabel = "ID", description = "The feature.")
    private String feature = "";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        return DovetailCommand.venue(spec).carryOut(options, spec, provisioning -> {
            Disk disk = provisioning.disk();
            List<FailedVersion> failed = disk.health().read().failed().stream()
                    .filter(version -> version.feature().equals(feature))
                    .toList();
            if (failed.isEmpty()) {
                throw new RefusedException(
                        "DT-START-010",
                        "Expected a version of " + feature + " that failed here, but there is none.",
                        "dovetail status shows what failed.");
            }
            Set<String> bundles = failed.stream().map(FailedVersion::bundle).collect(Collectors.toSet());
            disk.health().change(health -> health.forgiving(bundles));
            failed.forEach(version -> spec.commandLine()
                    .getOut()
                    .println(version.feature() + " " + version.version() + " is offered again."));
            return 0;
        });
    }
}
