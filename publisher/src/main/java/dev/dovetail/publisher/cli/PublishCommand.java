package dev.dovetail.publisher.cli;

import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.publisher.repository.Release;
import dev.dovetail.publisher.repository.SignedRepository;
import dev.dovetail.publisher.repository.Urgency;
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

    @Option(
            names = "--mandatory-by",
            paramLabel = "MOMENT",
            description = "The features must be in by then, such as 2026-12-01T12:00Z: people choose when until that"
                    + " moment, and not beyond it. May be said of what is published already.")
    private @Nullable String mandatoryBy;

    @Option(
            names = "--not-mandatory",
            description = "The features need not be in by any moment, whatever was said of them before.")
    private boolean notMandatory;

    @Option(names = "--because", paramLabel = "SENTENCE", description = "Why, for people; with --mandatory-by.")
    private @Nullable String because;

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
        Urgency urgency = urgency();
        Release release = repository.publish(jars, Optional.ofNullable(team), urgency);
        if (json) {
            terminal.facts(Facts.of(release, urgency));
        } else {
            print(terminal, release, urgency);
        }
        terminal.warnOfWeakKeys(options.folder(directory));
        terminal.warn(repository.status());
        return 0;
    }

    private Urgency urgency() throws UsageException {
        if (mandatoryBy != null && notMandatory) {
            throw new UsageException("Expected --mandatory-by or --not-mandatory, found both.");
        }
        if (mandatoryBy == null) {
            if (because != null) {
                throw new UsageException("Expected --mandatory-by MOMENT with --because, found --because alone.");
            }
            return notMandatory ? new Urgency.Withdrawn() : new Urgency.Unsaid();
        }
        try {
            return new Urgency.Mandatory(
                    new Mandate(Mandate.moment(mandatoryBy), because == null ? "" : because.strip()));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw new UsageException(Character.toUpperCase(message.charAt(0)) + message.substring(1) + ".");
        }
    }

    private static void print(Terminal terminal, Release release, Urgency urgency) {
        release.published()
                .forEach(bundle -> terminal.say("published " + bundle.jar().title()));
        release.unchanged()
                .forEach(bundle ->
                        terminal.say("nothing to do for " + bundle.jar().title() + ": it is published, byte for byte"));
        String said = urgency instanceof Urgency.Mandatory mandatory
                ? " must be in by " + mandatory.mandate().by()
                : " need not be in by any moment";
        release.mandated().forEach(bundle -> terminal.say(bundle.jar().title() + said));
        terminal.say(
                "Clients believe this until " + Terminal.day(release.until()) + "; refresh or publish again before.");
    }
}
