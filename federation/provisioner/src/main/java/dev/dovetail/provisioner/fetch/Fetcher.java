package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.store.Content;
import dev.dovetail.provisioner.store.Store;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.function.LongConsumer;

/**
 * Reads indexes and bundles from repositories over HTTP. Never follows a redirect, never reads more than it was told to
 * expect, and never waits for ever.
 *
 * <p>May be used by several threads. Blocks its caller; an interrupt ends the wait for an answer.
 */
public final class Fetcher implements AutoCloseable {

    private static final String NO_ANSWER_HINT = "Check that the repository is running and reachable, then try again.";

    private final Limits limits;
    private final HttpClient client;
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "dovetail-fetch-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /** @param limits how long and how much a repository may take */
    public Fetcher(Limits limits) {
        this.limits = limits;
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.answer())
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
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
                discard(response);
                continue;
            }
            try (InputStream body = accept(response)) {
                return new FetchedIndex(candidate, IndexLocation.unpack(candidate, body, limits.indexBytes()));
            } catch (IOException e) {
                throw brokenOff(candidate, e);
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
            throw brokenOff(url, e);
        }
    }

    private HttpResponse<InputStream> send(URI url) throws RepositoryException {
        try {
            return client.send(
                    HttpRequest.newBuilder(url).timeout(limits.answer()).build(), BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new RepositoryException(
                    "DT-FETCH-002",
                    "No answer within " + limits.answer().toMillis() + " ms from " + url,
                    NO_ANSWER_HINT,
                    e);
        } catch (ConnectException e) {
            throw new RepositoryException("DT-FETCH-001", "Nothing answers at " + url, NO_ANSWER_HINT, e);
        } catch (IOException e) {
            throw brokenOff(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException("DT-FETCH-008", "Stopped while waiting for " + url, "", e);
        }
    }

    private WatchedStream accept(HttpResponse<InputStream> response) throws RepositoryException {
        if (response.statusCode() != 200) {
            discard(response);
            throw new RepositoryException(
                    "DT-FETCH-003",
                    "Expected status 200, found " + response.statusCode() + " at " + response.uri(),
                    response.statusCode() / 100 == 3
                            ? "Redirects are not followed; give the address it leads to."
                            : "Check the repository's address; if it is right, tell its publisher.");
        }
        try {
            return new WatchedStream(response.body(), limits, watchdog);
        } catch (RejectedExecutionException e) {
            discard(response);
            throw new RepositoryException("DT-FETCH-008", "Dovetail is closing; not read: " + response.uri(), "", e);
        }
    }

    private static void discard(HttpResponse<InputStream> response) throws RepositoryException {
        try {
            response.body().close();
        } catch (IOException e) {
            throw brokenOff(response.uri(), e);
        }
    }

    private static RepositoryException brokenOff(URI url, IOException e) {
        return new RepositoryException(
                "DT-FETCH-004", "The download broke off: " + e.getMessage() + " at " + url, NO_ANSWER_HINT, e);
    }

    /** Takes no new work; what is under way is watched to its end. */
    @Override
    public void close() {
        watchdog.shutdown();
    }
}
