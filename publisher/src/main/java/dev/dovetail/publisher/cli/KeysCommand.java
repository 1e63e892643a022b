package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.repository.RepositoryStatus;
import dev.dovetail.publisher.repository.RoleStatus;
import dev.dovetail.publisher.repository.SignedRepository;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** Lists who may sign what; its verbs change that. */
@Command(
        name = "keys",
        description = "Lists who may sign what, and until when; or changes it.",
        mixinStandardHelpOptions = true)
final class KeysCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The repository's folder.")
    private Path directory = Path.of("");

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Prints facts for programs.")
    private boolean json;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    KeysCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws PublishException {
        print(new Terminal(spec.commandLine()));
        return 0;
    }

    SignedRepository repository() throws PublishException, UsageException {
        return SignedRepository.at(directory, options.keys(directory, surroundings, false), surroundings.clock())
                .telling(new Terminal(spec.commandLine()).aside());
    }

    /** Says how things stand after a verb, in one line and on demand in facts. */
    void done(String sentence) throws PublishException {
        Terminal terminal = new Terminal(spec.commandLine());
        if (json) {
            terminal.facts(Facts.of(status()));
        } else {
            terminal.say(sentence);
        }
        terminal.warn(status());
    }

    private RepositoryStatus status() throws PublishException {
        return RepositoryStatus.read(directory, folder(), surroundings.clock().instant());
    }

    KeyFolder folder() {
        return options.folder(directory);
    }

    private void print(Terminal terminal) throws PublishException {
        RepositoryStatus status = status();
        if (json) {
            terminal.facts(Facts.of(status));
            return;
        }
        terminal.say(status.name() + ", fingerprint " + Terminal.grouped(status.fingerprint()));
        terminal.say(line("ROLE", "VERSION", "SIGNED UNTIL", "KEYS (+ is in " + folder().path() + ")"));
        for (RoleStatus role : status.roles()) {
            terminal.say(line(
                    role.name(),
                    Long.toString(role.version()),
                    Terminal.day(role.expires()) + (role.endsSoon() ? " !" : ""),
                    keys(role)));
            if (!role.names().isEmpty()) {
                terminal.say("    may publish " + String.join(", ", role.names()));
            }
        }
        status.unused().forEach(file -> terminal.say("Signs nothing: " + file));
        terminal.warn(status);
    }

    private static String line(String role, String version, String until, String keys) {
        return String.format(Locale.ROOT, "%-14s %8s  %-20s %s", role, version, until, keys);
    }

    private static String keys(RoleStatus role) {
        String ids = String.join(
                " ",
                role.keys().stream()
                        .map(key -> (key.here() ? "+" : "-") + key.id().substring(0, 8))
                        .toList());
        return role.threshold() == 1 ? ids : ids + ", " + role.threshold() + " must sign";
    }
}
