package dev.dovetail.publisher.check;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UntrustedException;
import dev.dovetail.provisioner.fetch.Limits;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.repository.Findings;
import dev.dovetail.provisioner.repository.MetadataDirectory;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.provisioner.repository.Target;
import dev.dovetail.provisioner.repository.VerifiedRepository;
import dev.dovetail.trust.Fingerprint;
import dev.dovetail.trust.failure.TrustException;
import dev.dovetail.trust.metadata.Kind;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Targets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A client's first visit to a repository: the real client, with nothing but a place for its files. */
final class Visit implements AutoCloseable {

    private final Path place;
    private final SignedFetcher fetcher;
    private final RepositoryClient client;
    private VerifiedRepository repository;

    private Visit(Path place, SignedFetcher fetcher, RepositoryClient client, VerifiedRepository repository) {
        this.place = place;
        this.fetcher = fetcher;
        this.client = client;
        this.repository = repository;
    }

    static Visit to(URI url, Fingerprint fingerprint, Clock clock)
            throws IOException, UntrustedException, RepositoryException, HomeException {
        Path place = Files.createTempDirectory("dovetail-check");
        SignedFetcher fetcher = new SignedFetcher(Limits.USUAL);
        boolean arrived = false;
        try {
            RepositoryClient client = new RepositoryClient(
                    RepositoryLocation.at(url), new MetadataDirectory(place.resolve("metadata")), fetcher, clock);
            client.trust(fingerprint);
            Visit visit = new Visit(place, fetcher, client, client.refresh());
            arrived = true;
            return visit;
        } finally {
            if (!arrived) {
                fetcher.close();
                delete(place);
            }
        }
    }

    VerifiedRepository repository() {
        return repository;
    }

    Map<String, Target> find(Collection<String> paths) throws UntrustedException, RepositoryException, HomeException {
        Findings findings = client.find(repository, paths);
        repository = findings.repository();
        return findings.targets();
    }

    /** All that a team offers. The client asks for one file after the other; its files have the whole. */
    Targets offered(String team) throws IOException, TrustException {
        Path file = place.resolve("metadata").resolve(team + ".json");
        return Signed.read(Kind.TARGETS, file.toString(), Files.readAllBytes(file))
                .content();
    }

    Path download(Target target) throws UntrustedException, RepositoryException, HomeException {
        return client.download(repository, target, place.resolve("files"));
    }

    @Override
    public void close() throws IOException {
        fetcher.close();
        delete(place);
    }

    private static void delete(Path place) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(place)) {
            paths = walk.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
