package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Fetches what signed repositories serve: whole metadata files, and target files as streams. Believes none of it; only
 * sees to it that nothing is larger than it may be, and that nobody waits for ever.
 *
 * <p>May be used by several threads. Blocks its caller; an interrupt ends the wait for an answer.
 */
public final class SignedFetcher implements AutoCloseable {

    /** Stores that don't let strangers list their files answer like this where there is none. */
    private static final Set<Integer> MISSING = Set.of(403, 404, 410);

    private final Exchange exchange;
    private final Cancellation wish;

    /** @param limits how long a repository may take */
    public SignedFetcher(Limits limits) {
        this(new Exchange(limits, Routes.PLAIN));
    }

    /** @param exchange the way to all repositories */
    public SignedFetcher(Exchange exchange) {
        this(exchange, new Cancellation());
    }

    private SignedFetcher(Exchange exchange, Cancellation wish) {
        this.exchange = exchange;
        this.wish = wish;
    }

    /**
     * @param until ends what is then fetched
     * @return the same way, for work that may be given up
     */
    public SignedFetcher until(Cancellation until) {
        return new SignedFetcher(exchange, until);
    }

    /**
     * Reads a metadata file.
     *
     * @param url where it is
     * @param most how many bytes it may have
     * @return the file, or empty if there is none
     * @throws RepositoryException when there is no answer, no whole one, or too much of it
     */
    public Optional<byte[]> metadata(URI url, long most) throws RepositoryException {
        return metadata(url, most, Optional.empty()) instanceof Served.File file
                ? Optional.of(file.bytes())
                : Optional.empty();
    }

    /**
     * Reads a metadata file, unless it is the one that is known.
     *
     * @param url where it is
     * @param most how many bytes it may have
     * @param known the entity tag of the file that is known
     * @return the file, or that there is none or no other
     * @throws RepositoryException when there is no answer, no whole one, or too much of it
     */
    public Served metadata(URI url, long most, Optional<String> known) throws RepositoryException {
        Map<String, String> headers =
                known.map(tag -> Map.of("If-None-Match", tag)).orElse(Map.of());
        HttpResponse<InputStream> response = exchange.get(url, headers, wish);
        if (MISSING.contains(response.statusCode())) {
            Exchange.discard(response);
            return Served.Nothing.MISSING;
        }
        if (response.statusCode() == 304 && known.isPresent()) {
            Exchange.discard(response);
            return Served.Nothing.UNCHANGED;
        }
        try (InputStream body = accepted(response)) {
            return new Served.File(bounded(url, body, most), response.headers().firstValue("ETag"));
        } catch (IOException e) {
            throw Exchange.brokenOff(url, e);
        }
    }

    /**
     * Begins to read a target file. Whoever reads on checks length and digest, and stops where the length is reached.
     *
     * @param url where it is
     * @return its bytes, to be closed by the caller
     * @throws RepositoryException when there is no answer, or another status than 200
     */
    public InputStream target(URI url) throws RepositoryException {
        return accepted(exchange.get(url, Map.of(), wish));
    }

    private InputStream accepted(HttpResponse<InputStream> response) throws RepositoryException {
        if (response.statusCode() == 200) {
            return exchange.watched(response, wish);
        }
        throw exchange.unexpected(response, "Check the repository's address; if it is right, tell its publisher.");
    }

    private static byte[] bounded(URI url, InputStream in, long most) throws IOException, RepositoryException {
        byte[] bytes = in.readNBytes((int) most + 1);
        if (bytes.length > most) {
            throw new RepositoryException(
                    "DT-FETCH-013",
                    "Expected metadata of at most " + most + " bytes, found more at " + url,
                    "Nothing of it is used. Tell the repository's publisher.");
        }
        return bytes;
    }

    /** Takes no new work; what is under way is watched to its end. */
    @Override
    public void close() {
        exchange.close();
    }
}
