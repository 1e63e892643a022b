package dev.dovetail.demo;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.SignedRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A team's signed repository: the folder that its web server serves, and beside it the keys that stay at home. */
final class Site {

    private static final String PASSPHRASE = "only for the demo";
    // The keys live as long as the demo: nobody has the time to guess.
    private static final KeyDerivation QUICK = new KeyDerivation(1_000);

    private final Path folder;

    Site(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Begins anew, with new keys. */
    void found(Charter charter) throws IOException {
        clear(folder);
        clear(KeyFolder.beside(folder).path());
        try {
            SignedRepository.create(folder, charter, keys(), Clock.systemUTC());
        } catch (PublishException e) {
            throw new IOException(e);
        }
    }

    /** What people compare before they trust it. */
    String fingerprint() throws IOException {
        try {
            return SignedRepository.at(folder, keys(), Clock.systemUTC())
                    .status()
                    .fingerprint();
        } catch (PublishException e) {
            throw new IOException(e);
        }
    }

    /** Publishes all bundles of a folder that aren't published yet. */
    void publish(Path release) throws IOException {
        try (Stream<Path> files = Files.list(release.resolve("bundles"))) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            SignedRepository.at(folder, keys(), Clock.systemUTC()).publish(jars);
        } catch (PublishException e) {
            throw new IOException(e);
        }
    }

    private Keys keys() throws PublishException {
        return new Keys(KeyFolder.beside(folder), Passphrase.of(PASSPHRASE), QUICK);
    }

    /** Empties a folder, so that a story starts from nothing. */
    static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
