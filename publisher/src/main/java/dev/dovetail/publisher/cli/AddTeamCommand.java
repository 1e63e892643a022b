package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.repository.NamePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lets another team publish. */
@Command(
        name = "add-team",
        description = "Gives names of bundles to a new team, with a key of its own.",
        mixinStandardHelpOptions = true)
final class AddTeamCommand implements Callable<Integer> {

    @ParentCommand
    private KeysCommand keys;

    @Parameters(paramLabel = "NAME", description = "What the team is called: lower-case letters, digits and -.")
    private String name = "";

    @Option(
            names = "--bundles",
            required = true,
            arity = "1..*",
            paramLabel = "NAME",
            converter = Names.class,
            description = "Names of its bundles, or prefixes such as acme.charts.*.")
    private List<NamePattern> bundles = new ArrayList<>();

    @Option(
            names = "--carries",
            arity = "1..*",
            paramLabel = "NAME",
            converter = Names.class,
            description = "Names of others' bundles that it publishes along with its own.")
    private List<NamePattern> carries = new ArrayList<>();

    AddTeamCommand(Surroundings surroundings) {
        this.keys = new KeysCommand(surroundings);
    }

    @Override
    public Integer call() throws PublishException, UsageException {
        List<String> moved = keys.repository().addTeam(name, bundles, carries);
        keys.done("Added team " + name + ". Give it its key, " + keys.folder().path() + "/" + name + "-*.json, and the"
                + " passphrase; it needs the keys of snapshot and timestamp too."
                + (moved.isEmpty() ? "" : " These bundles are its own now: " + String.join(", ", moved) + "."));
        return 0;
    }
}
