package dev.dovetail.publisher.cli;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.files.Sha256;
import dev.dovetail.publisher.server.RepositoryServer;
import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonObject;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Serves a repository until it is stopped. */
@Command(
        name = "serve",
        description = "Serves a repository over HTTP until it is stopped.",
        mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The repository's folder.")
    private Path directory = Path.of("");

    @Option(
            names = "--host",
            paramLabel = "HOST",
            description = "The address to listen on. Default: ${DEFAULT-VALUE}, this machine alone.")
    private String host = "localhost";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The port; 0 is one of the system's choice. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(names = "--json", description = "Prints facts for programs.")
    private boolean json;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws PublishException, IOException {
        Path root = directory.resolve("metadata").resolve("1.root.json");
        if (!Files.exists(root)) {
            throw new PublishException(
                    "DT-PUBLISH-041",
                    "Expected a repository, found no metadata/1.root.json in " + directory + ".",
                    "Make one with: dovetail repository init " + directory + " --name NAME");
        }
        try (RepositoryServer server = start()) {
            announce(new Terminal(spec.commandLine()), server, Sha256.of(root));
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private RepositoryServer start() throws PublishException {
        try {
            return RepositoryServer.start(directory, new InetSocketAddress(host, port));
        } catch (IOException | IllegalArgumentException e) {
            throw new PublishException(
                    "DT-PUBLISH-060",
                    "Can't listen on " + host + ", port " + port + ": " + e.getMessage(),
                    "Give another --port, or 0 for any that is free.",
                    e);
        }
    }

    private void announce(Terminal terminal, RepositoryServer server, String fingerprint) {
        if (json) {
            terminal.facts(JsonObject.EMPTY
                    .with("url", Json.text(server.url().toString()))
                    .with("fingerprint", Json.text(fingerprint)));
            return;
        }
        terminal.say("Serving " + directory + " at " + server.url());
        terminal.say("  dovetail repository add " + server.url() + " --fingerprint " + fingerprint);
    }
}
