package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.RepositoryException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;

/**
 * One request and its answer, within limits. Follows a redirect only where it changes neither the host nor the port and
 * stays with https, and no more than three of them.
 */
final class Exchange implements AutoCloseable {

    private static final int MOST_REDIRECTS = 3;
    private static final String NO_ANSWER_HINT = "Check that the repository is running and reachable, then try again.";

    private final Limits limits;
    private final Clients clients;
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "dovetail-fetch-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    Exchange(Limits limits) {
        this.limits = limits;
        this.clients = new Clients(limits.answer());
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    }

    /** The answer, whatever its status but a redirect. Its body is to be closed. */
    HttpResponse<InputStream> get(URI url, Map<String, String> headers) throws RepositoryException {
        URI at = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<InputStream> response = send(at, headers);
            if (response.statusCode() / 100 != 3 || response.statusCode() == 304) {
                return response;
            }
            discard(response);
            at = Redirect.target(
                    at,
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""));
        }
        throw new RepositoryException(
                "DT-FETCH-012",
                "Expected a file after at most " + MOST_REDIRECTS + " redirects, found more at " + url,
                "Tell the repository's publisher.");
    }

    /** The answer, whatever its status. Its body is to be closed. */
    HttpResponse<InputStream> send(URI url, Map<String, String> headers) throws RepositoryException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(limits.answer());
        headers.forEach(request::header);
        try {
            return clients.of(url).send(request.build(), BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new RepositoryException(
                    "DT-FETCH-002",
                    "No answer within " + limits.answer().toMillis() + " ms from " + url,
                    NO_ANSWER_HINT,
                    e);
        } catch (ConnectException e) {
            throw new RepositoryException("DT-FETCH-001", "Nothing answers at " + url, NO_ANSWER_HINT, e);
        } catch (SSLException e) {
            throw notSecure(url, e);
        } catch (IOException e) {
            throw brokenOff(url, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RepositoryException("DT-FETCH-008", "Stopped while waiting for " + url, "", e);
        }
    }

    /** The body, which neither stalls nor drips for ever. */
    WatchedStream watched(HttpResponse<InputStream> response) throws RepositoryException {
        try {
            return new WatchedStream(response.body(), limits, watchdog);
        } catch (RejectedExecutionException e) {
            discard(response);
            throw new RepositoryException("DT-FETCH-008", "Dovetail is closing; not read: " + response.uri(), "", e);
        }
    }

    static void discard(HttpResponse<InputStream> response) throws RepositoryException {
        try {
            response.body().close();
        } catch (IOException e) {
            throw brokenOff(response.uri(), e);
        }
    }

    static RepositoryException brokenOff(URI url, IOException e) {
        return new RepositoryException(
                "DT-FETCH-004", "The download broke off: " + e.getMessage() + " at " + url, NO_ANSWER_HINT, e);
    }

    static RepositoryException notSecure(URI url, SSLException e) {
        return new RepositoryException(
                "DT-FETCH-017",
                "Expected a secure connection, with a certificate that this machine trusts, found none: "
                        + e.getMessage() + " at " + url,
                "Check the address and this machine's clock; if both are right, tell the repository's publisher.",
                e);
    }

    static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    /** Takes no new work; what is under way is watched to its end. */
    @Override
    public void close() {
        watchdog.shutdown();
    }
}
