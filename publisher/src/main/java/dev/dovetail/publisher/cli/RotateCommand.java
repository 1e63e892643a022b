package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.failure.PublishException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Replaces keys. */
@Command(
        name = "rotate",
        description = "Replaces the keys of a role by new ones, as after a loss or theft.",
        mixinStandardHelpOptions = true)
final class RotateCommand implements Callable<Integer> {

    @ParentCommand
    private KeysCommand keys;

    @Parameters(paramLabel = "ROLE", description = "root, targets, snapshot, timestamp, or a team.")
    private String role = "";

    @Option(names = "--key", paramLabel = "ID", description = "Replaces only the key whose id begins like this.")
    private @Nullable String key;

    RotateCommand(Surroundings surroundings) {
        this.keys = new KeysCommand(surroundings);
    }

    @Override
    public Integer call() throws PublishException, UsageException {
        keys.repository().rotate(role, Optional.ofNullable(key));
        keys.done("Replaced the keys of " + role + ". New ones are in "
                + keys.folder().path() + ", old ones in its folder retired.");
        return 0;
    }
}
