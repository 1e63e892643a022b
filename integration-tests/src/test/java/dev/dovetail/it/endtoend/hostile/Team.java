package dev.dovetail.it.endtoend.hostile;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFile;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.Lifetimes;
import dev.dovetail.publisher.repository.SignedRepository;
import dev.dovetail.trust.metadata.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A team with a signed repository and the keys to it: publishes as it should, and hands out its keys to whoever steals
 * them.
 *
 * @param name what the team, and its repository, are called
 * @param folder what its web server serves; the keys lie beside it
 */
public record Team(String name, Path folder) {

    private static final String PASSPHRASE = "only for the tests";
    // The keys live as long as the test: nobody has the time to guess.
    private static final KeyDerivation QUICK = new KeyDerivation(1_000);

    /** Makes the repository, which offers nothing yet. */
    public static Team found(Path folder, Charter charter) throws PublishException {
        return found(folder, charter, Lifetimes.STANDARD);
    }

    /** The same, with signatures that live shorter. */
    public static Team found(Path folder, Charter charter, Lifetimes lifetimes) throws PublishException {
        Team team = new Team(charter.name(), folder);
        SignedRepository.create(folder, charter, team.keys(), Clock.systemUTC(), lifetimes);
        return team;
    }

    /** As the team itself works with it. */
    public SignedRepository repository() throws PublishException {
        return repository(Clock.systemUTC());
    }

    /** The same, whose machine has another time. */
    public SignedRepository repository(Clock clock) throws PublishException {
        return SignedRepository.at(folder, keys(), clock);
    }

    /** Publishes what the product's own build made: {@code explorer}, {@code charts} or {@code charts-next}. */
    public Team release(String name) throws IOException, PublishException {
        return release(name, Clock.systemUTC());
    }

    /** The same at another time. */
    public Team release(String name, Clock clock) throws IOException, PublishException {
        Path bundles = Path.of(System.getProperty("it.checkout", ".."), "demo/target/repositories", name, "bundles");
        try (Stream<Path> files = Files.list(bundles)) {
            List<Path> jars = files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
            repository(clock).publish(jars);
        }
        return this;
    }

    public String fingerprint() throws PublishException {
        return repository().status().fingerprint();
    }

    /** The keys of a role as they are now. Who keeps them keeps them, whatever the team does with its own afterwards. */
    public List<Signer> steal(String role) throws PublishException {
        Keys keys = keys();
        Set<String> ids = keys.folder().list().stream()
                .filter(file -> file.role().equals(role))
                .map(KeyFile::key)
                .map(key -> key.id())
                .collect(Collectors.toSet());
        return keys.signers(ids);
    }

    private Keys keys() throws PublishException {
        return new Keys(KeyFolder.beside(folder), Passphrase.of(PASSPHRASE), QUICK);
    }
}
