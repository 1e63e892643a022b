package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/**
 * The command line: a verb and its options. Exit codes: 0 done, 1 refused or failed with the reason on stderr, 2 wrong
 * usage, 78 the machine lacks something.
 */
@Command(
        name = "dovetail",
        description = "A desktop whose features arrive, change and leave while it runs.",
        subcommands = {
            RunCommand.class,
            ListCommand.class,
            InstallCommand.class,
            UpdateCommand.class,
            RemoveCommand.class,
            RevertCommand.class,
            ForgiveCommand.class,
            StatusCommand.class,
            RepositoryCommand.class
        },
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class)
public final class DovetailCommand {

    private static final String DEFAULT_VERB = "run";

    /**
     * Carries out a command line.
     *
     * @param arguments the verb and its options; {@code run} when there is no verb
     * @return the exit code
     */
    public static int execute(String... arguments) {
        return new CommandLine(new DovetailCommand())
                .setExecutionExceptionHandler(DovetailCommand::explain)
                .execute(withVerb(arguments));
    }

    private static String[] withVerb(String[] arguments) {
        List<String> about = List.of("-h", "--help", "-V", "--version");
        boolean options = arguments.length == 0 || (arguments[0].startsWith("-") && !about.contains(arguments[0]));
        if (!options) {
            return arguments;
        }
        String[] all = new String[arguments.length + 1];
        all[0] = DEFAULT_VERB;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }

    /** What can be expected is said in words; what can't shows itself whole. */
    private static int explain(Exception failure, CommandLine command, ParseResult arguments) throws Exception {
        if (!(failure instanceof ProvisioningException expected)) {
            throw failure;
        }
        return Entrance.explain(expected, command.getErr());
    }
}
