package dev.dovetail.tuf;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.repository.Findings;
import dev.dovetail.provisioner.repository.MetadataDirectory;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.provisioner.repository.Target;
import dev.dovetail.provisioner.repository.VerifiedRepository;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;

/**
 * Runs the product's repository client as a command: {@code init}, {@code refresh} and {@code download}. Ends with 0 when
 * what was served is accepted, with 1 and the reason on standard error when it is refused, and with 2 when it was called
 * wrongly.
 */
public final class TufClient {

    private static final int ACCEPTED = 0;
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final PrintStream errors;

    TufClient(PrintStream errors) {
        this.errors = errors;
    }

    /** @param args see {@link CommandLine#USAGE} */
    public static void main(String[] args) {
        System.exit(new TufClient(System.err).run(args));
    }

    int run(String... args) {
        if (Arrays.asList(args).contains("--help")) {
            errors.print(CommandLine.USAGE);
            return ACCEPTED;
        }
        try {
            return run(CommandLine.parse(args));
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage());
            errors.print(CommandLine.USAGE);
            return MISUSED;
        } catch (ProvisioningException e) {
            errors.println(e.code() + ": " + e.getMessage());
            return REFUSED;
        } catch (IOException e) {
            errors.println("Can't read the trusted root: " + e);
            return REFUSED;
        }
    }

    private int run(CommandLine command) throws ProvisioningException, IOException {
        return switch (command.verb()) {
            case "init" -> init(command);
            case "refresh" -> refresh(command);
            case "download" -> download(command);
            default ->
                throw new IllegalArgumentException("Expected init, refresh or download, found: " + command.verb());
        };
    }

    /** Makes no request, so it needs no address either. */
    private static int init(CommandLine command) throws ProvisioningException, IOException {
        if (command.operands().size() != 1) {
            throw new IllegalArgumentException("Expected one trusted root after init");
        }
        byte[] root = Files.readAllBytes(Path.of(command.operands().get(0)));
        new MetadataDirectory(command.path("--metadata-dir")).trust(root);
        return ACCEPTED;
    }

    private static int refresh(CommandLine command) throws ProvisioningException {
        try (SignedFetcher fetcher = new SignedFetcher(Limits.USUAL)) {
            client(command, fetcher).refresh();
        }
        return ACCEPTED;
    }

    /** All targets are of one refresh, so that they belong together. */
    private int download(CommandLine command) throws ProvisioningException {
        Path into = command.path("--target-dir");
        try (SignedFetcher fetcher = new SignedFetcher(Limits.USUAL)) {
            RepositoryClient client = client(command, fetcher);
            VerifiedRepository repository = client.refresh();
            for (String name : command.targets()) {
                Findings findings = client.find(repository, List.of(name));
                Target target = findings.targets().get(name);
                if (target == null) {
                    errors.println("Nobody who may describes this target: " + name);
                    return REFUSED;
                }
                repository = findings.repository();
                client.download(repository, target, into);
            }
        }
        return ACCEPTED;
    }

    private static RepositoryClient client(CommandLine command, SignedFetcher fetcher) {
        URI metadata = command.url("--metadata-url");
        URI targets = command.has("--target-base-url") ? command.url("--target-base-url") : metadata;
        return new RepositoryClient(
                new RepositoryLocation(metadata, targets),
                new MetadataDirectory(command.path("--metadata-dir")),
                fetcher,
                Clock.systemUTC());
    }
}
