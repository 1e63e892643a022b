package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexException;
import dev.dovetail.provisioner.catalog.IndexReader;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.fetch.FetchedIndex;
import dev.dovetail.provisioner.fetch.Fetcher;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.store.IndexCache;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the indexes of repositories into one catalog, from the network or as they were last read. One repository that
 * can't be read takes nothing from the others; what was last known of it stays.
 */
public final class Repositories {

    private final Supplier<Fetcher> fetcher;
    private final IndexCache cache;
    private final IndexReader reader;

    /**
     * @param fetcher the way to the network, asked for only when it is needed
     * @param cache where indexes are kept
     * @param reader reads them
     */
    public Repositories(Supplier<Fetcher> fetcher, IndexCache cache, IndexReader reader) {
        this.fetcher = fetcher;
        this.cache = cache;
        this.reader = reader;
    }

    /**
     * Asks all repositories.
     *
     * @param profile which
     * @return what they offer now; of those that don't answer, what they last offered
     */
    public Known check(Profile profile) {
        List<Index> indexes = new ArrayList<>();
        List<RepositoryStatus> statuses = new ArrayList<>();
        for (URI repository : profile.repositories()) {
            try {
                indexes.add(read(repository));
                statuses.add(new RepositoryStatus(repository, true, ""));
            } catch (RepositoryException | HomeException e) {
                last(repository).ifPresent(indexes::add);
                statuses.add(new RepositoryStatus(repository, false, e.code() + ": " + e.getMessage()));
            }
        }
        return new Known(Catalog.of(indexes), statuses);
    }

    /**
     * Remembers, without a network.
     *
     * @param profile which repositories
     * @return what they last offered
     */
    public Known last(Profile profile) {
        List<Index> indexes = new ArrayList<>();
        List<RepositoryStatus> statuses = new ArrayList<>();
        for (URI repository : profile.repositories()) {
            Optional<Index> index = last(repository);
            index.ifPresent(indexes::add);
            statuses.add(new RepositoryStatus(repository, index.isPresent(), index.isPresent() ? "" : "Not read yet"));
        }
        return new Known(Catalog.of(indexes), statuses);
    }

    /** An index is only kept once it was found to be readable. */
    private Index read(URI repository) throws RepositoryException, HomeException {
        FetchedIndex fetched = fetcher.get().index(repository);
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
                System.getLogger(Repositories.class.getName())
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
