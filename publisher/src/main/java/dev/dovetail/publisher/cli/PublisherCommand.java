package dev.dovetail.publisher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.failure.TrustException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The verbs of teams that publish. Exit codes: 0 done, 1 refused or failed with the reason on stderr, 2 wrong usage.
 */
@Command(
        name = "dovetail",
        description = "Publishes features in signed repositories.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        scope = CommandLine.ScopeType.INHERIT)
public final class PublisherCommand {

    private PublisherCommand() {}

    /**
     * @param surroundings what the commands find around themselves
     * @return carries command lines out
     */
    public static CommandLine commandLine(Surroundings surroundings) {
        CommandLine keys = new CommandLine(new KeysCommand(surroundings))
                .addSubcommand(new RotateCommand(surroundings))
                .addSubcommand(new AddTeamCommand(surroundings))
                .addSubcommand(new RevokeTeamCommand(surroundings));
        CommandLine repository = new CommandLine(new RepositoryCommand())
                .addSubcommand(new InitCommand(surroundings))
                .addSubcommand(keys)
                .addSubcommand(new RefreshCommand(surroundings))
                .addSubcommand(new ServeCommand())
                .addSubcommand(new CheckCommand(surroundings));
        return new CommandLine(new PublisherCommand())
                .addSubcommand(new PublishCommand(surroundings))
                .addSubcommand(repository)
                .setExecutionExceptionHandler(PublisherCommand::explain);
    }

    /** What can be expected is said in words; what can't shows itself whole. */
    private static int explain(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        PrintWriter err = command.getErr();
        if (failure instanceof UsageException usage) {
            err.println("error: " + usage.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof PublishException expected) {
            return explain(err, expected, expected.hint(), expected.code());
        }
        if (failure instanceof TrustException distrust) {
            return explain(err, distrust, distrust.hint(), distrust.code());
        }
        if (failure instanceof ProvisioningException expected) {
            return explain(err, expected, expected.hint(), expected.code());
        }
        throw failure;
    }

    private static int explain(PrintWriter err, Exception expected, String hint, String code) {
        err.println("error: " + expected.getMessage());
        err.println("hint: " + hint);
        err.println("code: " + code);
        return CommandLine.ExitCode.SOFTWARE;
    }
}
