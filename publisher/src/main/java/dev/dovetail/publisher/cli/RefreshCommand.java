package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.repository.RepositoryStatus;
import dev.dovetail.publisher.repository.SignedRepository;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Signs anew what would end. */
@Command(
        name = "refresh",
        description = "Signs the timestamp anew, and the snapshot when it is half over. Run it every day.",
        mixinStandardHelpOptions = true)
final class RefreshCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The repository's folder.")
    private Path directory = Path.of("");

    @Option(
            names = "--role",
            arity = "1..*",
            paramLabel = "ROLE",
            description = "Signs these anew as well: root, targets, or a team.")
    private Set<String> roles = new LinkedHashSet<>();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    RefreshCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine());
        SignedRepository repository = SignedRepository.at(
                        directory, options.keys(directory, surroundings, false), surroundings.clock())
                .telling(terminal.aside());
        Instant until = repository.refresh(roles);
        RepositoryStatus status = repository.status();
        if (json) {
            terminal.facts(Facts.of(status));
        } else {
            terminal.say("Clients believe the repository until " + Terminal.day(until) + "; refresh it before.");
        }
        terminal.warn(status);
        return 0;
    }
}
