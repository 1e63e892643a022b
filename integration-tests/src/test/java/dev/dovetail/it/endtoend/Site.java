package dev.dovetail.it.endtoend;

import dev.dovetail.provisioner.catalog.Mandate;
import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyDerivation;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.publisher.keys.Passphrase;
import dev.dovetail.publisher.repository.Charter;
import dev.dovetail.publisher.repository.SignedRepository;
import dev.dovetail.publisher.repository.Urgency;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A team's signed repository: the folder that its web server serves, and the folder of its keys.
 *
 * @param folder the repository
 * @param keyFolder the keys, which no server ever sees
 */
record Site(Path folder, Path keyFolder) {

    static final String PASSPHRASE = "only for tests";
    // The keys live as long as a test: nobody has the time to guess.
    private static final KeyDerivation QUICK = new KeyDerivation(1_000);

    /** The explorer team with its first release. */
    static Site explorer(Path folder) throws Exception {
        return founded(
                        folder,
                        Charter.of("explorer", "team.explorer.*")
                                .carrying("team.charts.api", "com.h2database", "de.siegmar.*"))
                .publish(Checkout.bundles("explorer"));
    }

    /** The charts team with its first release. */
    static Site charts(Path folder) throws Exception {
        return founded(folder, Charter.of("charts", "team.charts.*").carrying("team.explorer.api"))
                .publish(Checkout.bundles("charts"));
    }

    /** The dashboard team with its first release. */
    static Site dashboard(Path folder) throws Exception {
        return founded(folder, Charter.of("dashboard", "team.dashboard.*")).publish(Checkout.bundles("dashboard"));
    }

    /** A repository that offers nothing yet. */
    static Site founded(Path folder, Charter charter) throws PublishException {
        return founded(folder, charter, Clock.systemUTC());
    }

    /** A repository that offers nothing yet, made at this time. */
    static Site founded(Path folder, Charter charter, Clock clock) throws PublishException {
        Site site = new Site(folder, KeyFolder.beside(folder).path());
        SignedRepository.create(folder, charter, site.keys(), clock);
        return site;
    }

    Site publish(List<Path> jars) throws PublishException {
        return publish(jars, Clock.systemUTC());
    }

    Site publish(List<Path> jars, Clock clock) throws PublishException {
        SignedRepository.at(folder, keys(), clock).publish(jars);
        return this;
    }

    /** Says of features, new or not, by when they must be in. */
    Site publish(List<Path> jars, Mandate mandate) throws PublishException {
        return publish(jars, new Urgency.Mandatory(mandate));
    }

    /** Says of features, new or not, that they need not be in by any moment. */
    Site withdraw(List<Path> jars) throws PublishException {
        return publish(jars, new Urgency.Withdrawn());
    }

    private Site publish(List<Path> jars, Urgency urgency) throws PublishException {
        repository().publish(jars, Optional.empty(), urgency);
        return this;
    }

    /** Signs a team's file anew, with all that depends on it: their versions go up by one. */
    void refresh(String team) throws PublishException {
        repository().refresh(Set.of(team));
    }

    String fingerprint() throws PublishException {
        return repository().status().fingerprint();
    }

    private SignedRepository repository() throws PublishException {
        return SignedRepository.at(folder, keys(), Clock.systemUTC());
    }

    private Keys keys() throws PublishException {
        return new Keys(new KeyFolder(keyFolder), Passphrase.of(PASSPHRASE), QUICK);
    }
}
