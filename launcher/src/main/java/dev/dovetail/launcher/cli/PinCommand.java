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

/** Keeps a feature in certain versions, whatever is on offer; or a generation, however many come after it. */
@Command(
        name = "pin",
        description = {
            "Keeps a feature in the version that it has, or in a range of versions.",
            "With --generation, keeps a set of features to go back to."
        })
final class PinCommand implements Callable<Integer> {

    @Mixin
    private HomeOptions options = new HomeOptions();

    @Option(names = "--remove", description = "Takes the pin away, as unpin does.")
    private boolean remove;

    @Option(
            names = "--generation",
            paramLabel = "N",
            description = "Keeps this generation, as revert --list shows it, until the pin is taken away.")
    private @Nullable Long generation;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Parameters(
            paramLabel = "ID[@RANGE]",
            arity = "0..1",
            converter = FeatureRange.Typed.class,
            description = "The feature, and its versions: [1.2,2), or 1.2.0 for that one. Default: what is installed.")
    private @Nullable FeatureRange feature;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws ProvisioningException {
        FeatureRange wanted = feature;
        Long kept = generation;
        Pinning pinning = new Pinning(options, spec, json);
        if (wanted != null && kept == null) {
            return remove ? pinning.unpin(wanted.id()) : pinning.pin(wanted);
        }
        if (wanted == null && kept != null) {
            return pinning.generation(kept, !remove);
        }
        throw new ParameterException(
                spec.commandLine(), "Expected what to pin: either the ID of a feature, or --generation N.");
    }
}
