package dev.dovetail.publisher.cli;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.publisher.check.CheckReport;
import dev.dovetail.publisher.check.RepositoryCheck;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.Fingerprint;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Verifies a whole repository. */
@Command(
        name = "check",
        description = "Verifies a whole repository as a client would: metadata, indexes, and every jar.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final Pattern URL = Pattern.compile("(?i)https?://.+");

    private final Surroundings surroundings;

    @Parameters(paramLabel = "URL|DIR", description = "The repository's address, or its folder.")
    private String place = "";

    @Option(
            names = "--fingerprint",
            paramLabel = "HEX",
            description = "The fingerprint that you know; else the one that is found there is believed, and shown.")
    private @Nullable String fingerprint;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    CheckCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws PublishException, ProvisioningException, UsageException, IOException {
        Terminal terminal = new Terminal(spec.commandLine());
        CheckReport report = report();
        if (json) {
            terminal.facts(Facts.of(report));
        } else {
            print(terminal, report);
        }
        if (!report.problems().isEmpty()) {
            throw new PublishException(
                    "DT-PUBLISH-070",
                    "Expected a repository that clients take whole, found problems: "
                            + report.problems().size(),
                    "Put back the copy that was published last, timestamp.json last of all.");
        }
        return 0;
    }

    private CheckReport report() throws PublishException, ProvisioningException, UsageException, IOException {
        RepositoryCheck check = new RepositoryCheck(surroundings.clock());
        if (URL.matcher(place).matches()) {
            return check.check(address(), expected());
        }
        Path folder = Path.of(place);
        if (!Files.isRegularFile(folder.resolve("metadata").resolve("1.root.json"))) {
            throw new PublishException(
                    "DT-PUBLISH-041",
                    "Expected a repository, found no metadata/1.root.json in " + folder + ".",
                    "Give the folder that repository init made, or a URL.");
        }
        return check.check(folder, expected());
    }

    private URI address() throws UsageException {
        try {
            URI url = URI.create(place.endsWith("/") ? place : place + "/");
            RepositoryLocation.at(url);
            return url;
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Optional<Fingerprint> expected() throws UsageException {
        try {
            return Optional.ofNullable(fingerprint).map(Fingerprint::parse);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage() + ".");
        }
    }

    private void print(Terminal terminal, CheckReport report) {
        terminal.say(String.format(
                Locale.ROOT,
                "%s: %d bundles, %.1f MB, valid until %s",
                report.name(),
                report.bundles(),
                report.bytes() / 1e6,
                Terminal.day(report.validUntil())));
        terminal.say("Fingerprint: " + Terminal.grouped(report.fingerprint())
                + (fingerprint == null ? " (as found; compare it)" : ""));
        report.problems().forEach(problem -> terminal.aside().accept("problem: " + problem));
        if (report.problems().isEmpty()) {
            terminal.say("All is well: a client takes everything in it.");
        }
    }
}
