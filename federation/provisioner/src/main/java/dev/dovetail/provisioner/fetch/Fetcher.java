package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.function.LongConsumer;

/**
 * Reads indexes and bundles from repositories over HTTP. Never follows a redirect, never reads more than it was told to
 * expect, and never waits for ever.
 *
 * <p>May be used by several threads. Blocks its caller; an interrupt ends the wait for an answer.
 */
public final class Fetcher implements AutoCloseable {

    private final Limits limits;
    private final Exchange exchange;

    /** @param limits how long and how much a repository may take */
    public Fetcher(Limits limits) {
        this.limits = limits;
        this.exchange = new Exchange(limits);
    }

    /**
     * Reads a repository's index: {@code index.xml.gz}, or {@code index.xml} where there is none, below the
     * repository's URL; or exactly the URL where it names an XML file.
     *
     * @param repository where the repository is
     * @return the index, unpacked
     * @throws RepositoryException when there is no answer, another status than 200, or too much of it
     */
    public FetchedIndex index(URI repository) throws RepositoryException {
        for (URI candidate : IndexLocation.of(repository)) {
            HttpResponse<InputStream> response = send(candidate);
            if (response.statusCode() == 404 && !candidate.equals(IndexLocation.last(repository))) {
                Exchange.discard(response);
                continue;
            }
            try (InputStream body = accept(response)) {
                return new FetchedIndex(candidate, IndexLocation.unpack(candidate, body, limits.indexBytes()));
            } catch (IOException e) {
                throw Exchange.brokenOff(candidate, e);
            }
        }
        throw new IllegalStateException("A repository has at least one place for its index: " + repository);
    }

    /**
     * Downloads a bundle into the store, unless it already is there.
     *
     * @param url where its bytes are
     * @param content what they must be
     * @param store where they go
     * @param progress called with the number of bytes so far
     * @throws RepositoryException when the repository doesn't deliver exactly these bytes in time
     * @throws HomeException when they can't be written
     */
    public void bundle(URI url, Content content, Store store, LongConsumer progress)
            throws RepositoryException, HomeException {
        if (store.contains(content)) {
            progress.accept(content.size());
            return;
        }
        HttpResponse<InputStream> response = send(url);
        try (InputStream body = accept(response)) {
            store.put(content, url.toString(), body, progress);
        } catch (IOException e) {
            throw Exchange.brokenOff(url, e);
        }
    }

    /** Redirects are not followed: what is not 200 is refused. */
    private HttpResponse<InputStream> send(URI url) throws RepositoryException {
        return exchange.send(url, Map.of());
    }

    private WatchedStream accept(HttpResponse<InputStream> response) throws RepositoryException {
        if (response.statusCode() != 200) {
            Exchange.discard(response);
            throw new RepositoryException(
                    "DT-FETCH-003",
                    "Expected status 200, found " + response.statusCode() + " at " + response.uri(),
                    response.statusCode() / 100 == 3
                            ? "Redirects are not followed; give the address it leads to."
                            : "Check the repository's address; if it is right, tell its publisher.");
        }
        return exchange.watched(response);
    }

    /** Takes no new work; what is under way is watched to its end. */
    @Override
    public void close() {
        exchange.close();
    }
}
