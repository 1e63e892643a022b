package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.NamePattern;
import dev.dovetail.publisher.repository.RepositoryStatus;
import dev.dovetail.publisher.repository.SignedRepository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a repository and its keys. */
@Command(name = "init", description = "Makes a signed repository, and its keys.", mixinStandardHelpOptions = true)
final class InitCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(paramLabel = "DIR", description = "The repository's folder, empty or not there yet.")
    private Path directory = Path.of("");

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "What it is called, and its first team: lower-case letters, digits and -.")
    private String name = "";

    @Option(
            names = "--bundles",
            arity = "1..*",
            paramLabel = "NAME",
            converter = Names.class,
            description = "Names of your bundles, or prefixes such as acme.charts.*. Default: any.")
    private List<NamePattern> bundles = new ArrayList<>();

    @Option(
            names = "--carries",
            arity = "1..*",
            paramLabel = "NAME",
            converter = Names.class,
            description = "Names of others' bundles that you publish along with yours.")
    private List<NamePattern> carries = new ArrayList<>();

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Mixin
    private KeyOptions options = new KeyOptions();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    InitCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Terminal terminal = new Terminal(spec.commandLine());
        Keys keys = options.keys(directory, surroundings, true);
        if (keys.weakPassphrase()) {
            terminal.aside().accept("warning: a passphrase of fewer than 12 characters is soon guessed.");
        }
        RepositoryStatus status = SignedRepository.create(
                        directory, new Charter(name, bundles, carries), keys, surroundings.clock())
                .telling(terminal.aside())
                .status();
        if (json) {
            terminal.facts(Facts.of(status));
        } else {
            explain(terminal, status, keys.folder());
        }
        return 0;
    }

    private void explain(Terminal terminal, RepositoryStatus status, KeyFolder folder) {
        terminal.say("Made the repository " + status.name() + " in " + directory + ".");
        terminal.say("It may bring bundles named " + String.join(", ", status.bundles())
                + (status.carries().isEmpty() ? "" : ", and carries " + String.join(", ", status.carries())) + ".");
        terminal.say("");
        terminal.say("Its keys are in " + folder.path() + ", encrypted with your passphrase. Keep a copy of them.");
        KeyPurposes.of(status).forEach(terminal::say);
        terminal.say("");
        terminal.say("Fingerprint: " + Terminal.grouped(status.fingerprint()));
        terminal.say("Serve the folder from any web server; for a try: dovetail repository serve " + directory);
        terminal.say("People add it, comparing the fingerprint, with:");
        terminal.say("  dovetail repository add URL --fingerprint " + status.fingerprint());
        terminal.say("Next: dovetail publish " + directory + " JAR");
    }
}
