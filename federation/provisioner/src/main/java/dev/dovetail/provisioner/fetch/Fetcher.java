package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.store.Arrival;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Reads indexes and bundles from repositories over HTTP. Never follows a redirect, never reads more than it was told to
 * expect, and never waits for ever.
 *
 * <p>May be used by several threads. Blocks its caller; a cancellation, or an interrupt while it waits for an answer, frees
 * it.
 */
public final class Fetcher implements AutoCloseable {

    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int RANGE_NOT_SATISFIABLE = 416;

    private final Exchange exchange;
    private final Cancellation wish;

    /** @param limits how long and how much a repository may take */
    public Fetcher(Limits limits) {
        this(new Exchange(limits, Routes.PLAIN));
    }

    /** @param exchange the way to all repositories */
    public Fetcher(Exchange exchange) {
        this(exchange, new Cancellation());
    }

    private Fetcher(Exchange exchange, Cancellation wish) {
        this.exchange = exchange;
        this.wish = wish;
    }

    /**
     * @param until ends what is then fetched
     * @return the same way, for work that may be given up
     */
    public Fetcher until(Cancellation until) {
        return new Fetcher(exchange, until);
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
            HttpResponse<InputStream> response = exchange.send(candidate, Map.of(), wish);
            if (response.statusCode() == 404 && !candidate.equals(IndexLocation.last(repository))) {
                Exchange.discard(response);
                continue;
            }
            try (InputStream body = accept(response)) {
                int most = exchange.limits().indexBytes();
                return new FetchedIndex(candidate, IndexLocation.unpack(candidate, body, most));
            } catch (IOException e) {
                throw Exchange.brokenOff(candidate, e);
            }
        }
        throw new IllegalStateException("A repository has at least one place for its index: " + repository);
    }

    /**
     * Brings a bundle into the store, or what is missing of it. A server that can't, or won't, send only the rest sends
     * all of it; and where the rest doesn't fit what was there, all is fetched once more.
     *
     * @param url where its bytes are
     * @param arrival where they go
     * @param progress called with the number of bytes so far, which can go back
     * @throws RepositoryException when the repository doesn't deliver exactly these bytes in time
     * @throws HomeException when they can't be written
     */
    public void bundle(URI url, Arrival arrival, LongConsumer progress) throws RepositoryException, HomeException {
        if (arrival.size() > 0 && isRest(url, arrival, progress)) {
            return;
        }
        whole(exchange.send(url, Map.of(), wish), arrival, progress);
    }

    private void whole(HttpResponse<InputStream> response, Arrival arrival, LongConsumer progress)
            throws RepositoryException, HomeException {
        try (InputStream body = accept(response)) {
            arrival.restart(tag(response));
            arrival.receive(body, response.uri().toString(), progress);
            arrival.land(response.uri().toString());
        } catch (IOException e) {
            throw Exchange.brokenOff(response.uri(), e);
        }
    }

    /** RFC 9110, section 14: whoever ignores {@code Range} answers 200 with all of it. */
    private boolean isRest(URI url, Arrival arrival, LongConsumer progress) throws RepositoryException, HomeException {
        if (arrival.isComplete()) {
            return landed(url, arrival);
        }
        Map<String, String> headers = new HashMap<>(Map.of("Range", "bytes=" + arrival.size() + "-"));
        arrival.tag().ifPresent(tag -> headers.put("If-Range", tag));
        HttpResponse<InputStream> response = exchange.send(url, headers, wish);
        if (response.statusCode() == OK) {
            whole(response, arrival, progress);
            return true;
        }
        if (response.statusCode() == RANGE_NOT_SATISFIABLE) {
            Exchange.discard(response);
            return false;
        }
        if (response.statusCode() != PARTIAL) {
            throw refused(response);
        }
        try (InputStream body = exchange.watched(response, wish)) {
            if (!continues(response, arrival)) {
                return false;
            }
            arrival.receive(body, url.toString(), progress);
        } catch (IOException e) {
            throw Exchange.brokenOff(url, e);
        }
        return landed(url, arrival);
    }

    private static boolean continues(HttpResponse<InputStream> response, Arrival arrival) {
        return response.headers()
                .firstValue("Content-Range")
                .filter(range -> range.startsWith("bytes " + arrival.size() + "-"))
                .isPresent();
    }

    /** What was put together of two halves and is wrong says nothing yet about what the server has. */
    private static boolean landed(URI url, Arrival arrival) throws HomeException {
        try {
            arrival.land(url.toString());
            return true;
        } catch (RepositoryException e) {
            System.getLogger(Fetcher.class.getName())
                    .log(System.Logger.Level.INFO, "The rest does not fit what was there, all is fetched: " + url, e);
            return false;
        }
    }

    /** A strong entity tag: a weak one doesn't promise the same bytes. */
    private static Optional<String> tag(HttpResponse<InputStream> response) {
        return response.headers().firstValue("ETag").filter(tag -> tag.startsWith("\""));
    }

    /** Redirects are not followed: what is not 200 is refused. */
    private WatchedStream accept(HttpResponse<InputStream> response) throws RepositoryException {
        if (response.statusCode() != OK) {
            throw refused(response);
        }
        return exchange.watched(response, wish);
    }

    private RepositoryException refused(HttpResponse<InputStream> response) throws RepositoryException {
        return exchange.unexpected(
                response,
                response.statusCode() / 100 == 3
                        ? "Redirects are not followed; give the address it leads to."
                        : "Check the repository's address; if it is right, tell its publisher.");
    }

    /** Takes no new work; what is under way is watched to its end. */
    @Override
    public void close() {
        exchange.close();
    }
}
