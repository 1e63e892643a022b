package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.repository.Release;
import dev.dovetail.publisher.repository.SignedRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds bundles to a repository. */
@Command(name = "publish", description = "Publishes bundles in a signed repository.", mixinStandardHelpOptions = true)
final class PublishCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", paramLabel = "DIR", description = "The repository's folder.")
    private Path directory = Path.of("");

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "JAR", description = "The bundles.")
    private List<Path> jars = new ArrayList<>();

    @Option(
            names = "--team",
            paramLabel = "TEAM",
            description = "Refuses bundles of other teams. Default: each belongs to the team that has its name.")
    private @Nullable String team;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    PublishCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine());
        SignedRepository repository = SignedRepository.at(
                        directory, options.keys(directory, surroundings, false), surroundings.clock())
                .telling(terminal.aside());
        Release release = repository.publish(jars, Optional.ofNullable(team));
        if (json) {
            terminal.facts(Facts.of(release));
        } else {
            print(terminal, release);
        }
        terminal.warnOfWeakKeys(options.folder(directory));
        terminal.warn(repository.status());
        return 0;
    }

    private static void print(Terminal terminal, Release release) {
        release.published()
                .forEach(bundle -> terminal.say("published " + bundle.jar().title()));
        release.unchanged()
                .forEach(bundle ->
                        terminal.say("nothing to do for " + bundle.jar().title() + ": it is published, byte for byte"));
        terminal.say(
                "Clients believe this until " + Terminal.day(release.until()) + "; refresh or publish again before.");
    }
}
