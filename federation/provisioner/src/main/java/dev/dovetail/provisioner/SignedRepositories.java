package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.UnreachableException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.SignedFetcher;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.repository.MetadataDirectory;
import dev.dovetail.provisioner.repository.Outcome;
import dev.dovetail.provisioner.repository.RepositoryClient;
import dev.dovetail.provisioner.repository.RepositoryLocation;
import dev.dovetail.provisioner.repository.VerifiedRepository;
import dev.dovetail.trust.metadata.RememberingVerifier;
import dev.dovetail.trust.metadata.Verifier;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Reads repositories that are trusted: their metadata first, then the indexes that those vouch for. Whatever is refused,
 * what was believed before still is; only when it expired, nothing new is installed by it.
 */
final class SignedRepositories {

    private static final Duration SLOW_CLOCK = Duration.ofMinutes(10);

    private final SignedFetcher fetcher;
    private final Path directory;
    private final SignedIndexes indexes;
    private final Clock clock;
    private final Verifier verifier = new RememberingVerifier(Verifier.anew());

    /**
     * @param fetcher the way to the network
     * @param directory where what was accepted of each is kept
     * @param reader reads indexes
     * @param clock what time it is
     */
    SignedRepositories(SignedFetcher fetcher, Path directory, IndexReader reader, Clock clock) {
        this.fetcher = fetcher;
        this.directory = directory;
        this.indexes = new SignedIndexes(reader);
        this.clock = clock;
    }

    /** The repository itself, and where the network fails its mirrors, each held to the same signatures. */
    void check(Repository.Trusted repository, Gathering gathering, Stamina stamina) {
        try {
            stamina.run(() -> askAll(repository, gathering, stamina.wish()));
        } catch (ProvisioningException e) {
            away(repository, gathering, stamina.reason(repository.url(), e));
        }
    }

    /** Ends with what the repository itself failed with. */
    private void askAll(Repository.Trusted repository, Gathering gathering, Cancellation wish)
            throws ProvisioningException {
        Optional<ProvisioningException> first = Optional.empty();
        for (URI place : repository.places()) {
            try {
                ask(repository, place, gathering, wish);
                return;
            } catch (ProvisioningException e) {
                first = first.isEmpty() ? Optional.of(e) : first;
                boolean own = place.equals(repository.url());
                if (wish.isCancelled() || (own && !(e instanceof UnreachableException))) {
                    break;
                }
            }
        }
        throw first.orElseThrow();
    }

    private void ask(Repository.Trusted repository, URI place, Gathering gathering, Cancellation wish)
            throws ProvisioningException {
        RepositoryClient client = client(repository, place, wish);
        if (!metadata(repository).isTrusted()) {
            client.trust(repository.root());
        }
        Outcome outcome = client.check();
        if (outcome instanceof Outcome.Offline offline) {
            throw offline.cause();
        }
        Index index = indexes.read(repository, client, outcome.repository(), folder(repository));
        gathering.offers(index);
        gathering.holds(repository.url(), outcome.repository());
        gathering.status(
                status(repository, State.CONNECTED, remark(outcome.repository().clockBehind())));
    }

    private void away(Repository.Trusted repository, Gathering gathering, ProvisioningException why) {
        Optional<VerifiedRepository> kept = recall(repository, gathering);
        String since =
                kept.map(last -> " Last verified " + last.verifiedAt() + ".").orElse("");
        gathering.status(status(repository, State.AWAY, why.code() + ": " + why.getMessage() + since));
    }

    /** Says what the repository last offered, without a network. */
    void last(Repository.Trusted repository, Gathering gathering) {
        var unused = recall(repository, gathering);
        gathering.status(status(repository, State.UNASKED, ""));
    }

    private Optional<VerifiedRepository> recall(Repository.Trusted repository, Gathering gathering) {
        try {
            if (!metadata(repository).isTrusted()) {
                return Optional.empty();
            }
            RepositoryClient client = client(repository, repository.url(), new Cancellation());
            Optional<VerifiedRepository> kept = client.kept();
            if (kept.isPresent()) {
                gathering.offers(indexes.recall(repository, client, kept.get(), folder(repository)));
                gathering.holds(repository.url(), kept.get());
            }
            return kept;
        } catch (ProvisioningException e) {
            System.getLogger(SignedRepositories.class.getName())
                    .log(System.Logger.Level.WARNING, "What was kept of " + repository.name() + " is of no use", e);
            return Optional.empty();
        }
    }

    private static RepositoryStatus status(Repository.Trusted repository, State state, String detail) {
        return new RepositoryStatus(repository.url(), true, state, detail);
    }

    private static String remark(Duration behind) {
        return behind.compareTo(SLOW_CLOCK) < 0
                ? ""
                : "This machine's clock is " + words(behind)
                        + " behind a time that was already verified; that time is used. Set the clock.";
    }

    private static String words(Duration duration) {
        return duration.toDays() > 1 ? duration.toDays() + " days" : duration.toMinutes() + " minutes";
    }

    private RepositoryClient client(Repository.Trusted repository, URI place, Cancellation wish) {
        return new RepositoryClient(
                RepositoryLocation.at(place), metadata(repository), fetcher.until(wish), clock, verifier);
    }

    private MetadataDirectory metadata(Repository.Trusted repository) {
        return new MetadataDirectory(folder(repository).resolve("metadata"));
    }

    private Path folder(Repository.Trusted repository) {
        return directory.resolve(repository.folder());
    }
}
