package dev.dovetail.benchmarks;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.SignedRepository;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A team that signs what it publishes. */
final class Team {

    private Team() {}

    private static Keys keys(Path folder) throws PublishException {
        return new Keys(KeyFolder.beside(folder), Passphrase.of("only for the benchmark"), new KeyDerivation(1_000));
    }

    /** Publishes more jars in a repository that is there. */
    static void release(Path folder, List<Path> jars) throws IOException {
        try {
            SignedRepository.at(folder, keys(folder), Clock.systemUTC()).publish(jars);
        } catch (PublishException e) {
            throw new IOException(e);
        }
    }

    /** Publishes jars in a new repository, and says its fingerprint. */
    static String publish(Path folder, List<Path> jars) throws IOException {
        return publish(folder, Charter.of("team"), jars);
    }

    /** The same for a team that signs these names. */
    static String publish(Path folder, Charter charter, List<Path> jars) throws IOException {
        try {
            SignedRepository repository = SignedRepository.create(folder, charter, keys(folder), Clock.systemUTC());
            repository.publish(jars);
            return repository.status().fingerprint();
        } catch (PublishException e) {
            throw new IOException(e);
        }
    }
}
