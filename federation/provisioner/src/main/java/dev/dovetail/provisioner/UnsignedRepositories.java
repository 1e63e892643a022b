package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.federation.RepositoryStatus.State;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.FetchedIndex;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.store.IndexCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads repositories without signatures, on this machine: a single index, believed as it is. */
final class UnsignedRepositories {

    private final Supplier<Fetcher> fetcher;
    private final IndexCache cache;
    private final IndexReader reader;

    UnsignedRepositories(Supplier<Fetcher> fetcher, IndexCache cache, IndexReader reader) {
        this.fetcher = fetcher;
        this.cache = cache;
        this.reader = reader;
    }

    void check(Repository.Unsigned repository, Gathering gathering, Stamina stamina) {
        try {
            stamina.run(() -> gathering.offers(read(repository.url(), stamina.wish())));
            gathering.status(new RepositoryStatus(repository.url(), false, State.CONNECTED, ""));
        } catch (ProvisioningException e) {
            ProvisioningException why = stamina.reason(repository.url(), e);
            last(repository.url()).ifPresent(gathering::offers);
            gathering.status(
                    new RepositoryStatus(repository.url(), false, State.AWAY, why.code() + ": " + why.getMessage()));
        }
    }

    void last(Repository.Unsigned repository, Gathering gathering) {
        last(repository.url()).ifPresent(gathering::offers);
        gathering.status(new RepositoryStatus(repository.url(), false, State.UNASKED, ""));
    }

    /** An index is only kept once it was found to be readable. */
    private Index read(URI repository, Cancellation wish) throws RepositoryException, HomeException {
        FetchedIndex fetched = fetcher.get().until(wish).index(repository);
        try {
            Index index = parse(repository, fetched.url(), fetched.bytes());
            cache.keep(repository, fetched.url(), fetched.bytes());
            return index;
        } catch (IndexException e) {
            throw new RepositoryException(
                    "DT-FETCH-011",
                    "The index at " + fetched.url() + " can't be used: " + e.getMessage(),
                    "Nothing of it is used. Tell the repository's publisher.",
                    e);
        }
    }

    private Optional<Index> last(URI repository) {
        return cache.last(repository).flatMap(kept -> {
            try {
                return Optional.of(parse(repository, kept.url(), kept.xml()));
            } catch (IndexException e) {
                System.getLogger(UnsignedRepositories.class.getName())
                        .log(System.Logger.Level.WARNING, "The kept index of " + repository + " is unreadable", e);
                return Optional.empty();
            }
        });
    }

    private Index parse(URI repository, URI url, byte[] xml) throws IndexException {
        try {
            return reader.read(new ByteArrayInputStream(xml), repository, url);
        } catch (IOException e) {
            throw new UncheckedIOException("Reading from memory does not fail", e);
        }
    }
}
