package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a feature follow what is on offer again; or a generation go in its time. */
@Command(
        name = "unpin",
        description = {
            "Takes a pin away: the feature follows what is on offer again.",
            "With --generation, a set of features is kept no longer than any other."
        })
final class UnpinCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--generation", paramLabel = "N", description = "The generation, as revert --list shows it.")
    private @Nullable Long generation;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Parameters(paramLabel = "ID", arity = "0..1", description = "The feature.")
    private @Nullable String feature;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        String wanted = feature;
        Long kept = generation;
        Pinning pinning = new Pinning(options, spec, json);
        if (wanted != null && kept == null) {
            return pinning.unpin(wanted);
        }
        if (wanted == null && kept != null) {
            return pinning.generation(kept, false);
        }
        throw new ParameterException(
                spec.commandLine(), "Expected what to unpin: either the ID of a feature, or --generation N.");
    }
}
