package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * The command line: a verb and its options. Exit codes: 0 done, 1 refused or failed with the reason on stderr, 2 wrong
 * usage, 78 the machine lacks something.
 */
@Command(
        name = "dovetail",
        description = "A desktop whose features arrive, change and leave while it runs.",
        mixinStandardHelpOptions = true,
        versionProvider = ProductVersion.class,
        scope = CommandLine.ScopeType.INHERIT)
public final class DovetailCommand {

    static final String DEFAULT_VERB = "run";

    private final Venue venue;

    private DovetailCommand(Venue venue) {
        this.venue = venue;
    }

    /** Where a verb is to be carried out. */
    static Venue venue(CommandSpec verb) {
        return ((DovetailCommand) verb.root().userObject()).venue;
    }

    /**
     * Carries out a command line.
     *
     * @param arguments the verb and its options; {@code run} when there is no verb
     * @return the exit code
     */
    public static int execute(String... arguments) {
        String[] all = withVerb(arguments);
        return parsing(new OwnProcess(), all).execute(all);
    }

    /** The same for another process: where, and to whom. */
    static int execute(Venue venue, PrintWriter out, PrintWriter err, String... arguments) {
        String[] all = withVerb(arguments);
        return parsing(venue, all).setOut(out).setErr(err).execute(all);
    }

    /** Reading what all verbs can do takes the parser longer than most verbs take; one that is named is read alone. */
    private static CommandLine parsing(Venue venue, String... arguments) {
        CommandLine line = new CommandLine(new DovetailCommand(venue));
        Verb.named(arguments[0]).map(List::of).orElseGet(() -> List.of(Verb.values())).stream()
                .map(Verb::command)
                .forEach(line::addSubcommand);
        return line.setExecutionExceptionHandler(DovetailCommand::explain);
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
