package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.failure.PublishException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Stops a team from publishing. */
@Command(
        name = "revoke-team",
        description = "Takes a team's names away, and what it published from the offer.",
        mixinStandardHelpOptions = true)
final class RevokeTeamCommand implements Callable<Integer> {

    @ParentCommand
    private KeysCommand keys;

    @Parameters(paramLabel = "NAME", description = "The team.")
    private String name = "";

    RevokeTeamCommand(Surroundings surroundings) {
        this.keys = new KeysCommand(surroundings);
    }

    @Override
    public Integer call() throws PublishException, UsageException {
        keys.repository().revokeTeam(name);
        keys.done("Revoked team " + name + ". What it published is no longer on offer; who has it keeps it.");
        return 0;
    }
}
