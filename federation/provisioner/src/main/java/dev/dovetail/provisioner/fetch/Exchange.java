package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.failure.RepositoryException;
import dev.dovetail.provisioner.failure.UnreachableException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLException;

/**
 * Requests and their answers, within limits. Follows a redirect only where it changes neither the host nor the port and
 * stays with https, no more than three of them, and never with a secret. Over TLS it speaks HTTP/2 with whoever can.
 *
 * <p>May be used by several threads.
 */
public final class Exchange implements AutoCloseable {

    private static final int MOST_REDIRECTS = 3;
    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final String NO_ANSWER_HINT = "Check that the repository is running and reachable, then try again.";

    private final Limits limits;
    private final Routes routes;
    private final Clients clients;
    private final Clock clock = Clock.systemUTC();
    private final ScheduledThreadPoolExecutor watchdog = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "dovetail-fetch-watchdog");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * @param limits how long and how much a repository may take
     * @param routes how each repository is reached
     */
    public Exchange(Limits limits, Routes routes) {
        this.limits = limits;
        this.routes = routes;
        this.clients = new Clients(limits.answer(), routes);
        watchdog.setRemoveOnCancelPolicy(true);
        watchdog.setContinueExistingPeriodicTasksAfterShutdownPolicy(true);
    }

    Limits limits() {
        return limits;
    }

    /** The answer, whatever its status but a redirect. Its body is to be closed. */
    HttpResponse<InputStream> get(URI url, Map<String, String> headers, Cancellation wish) throws RepositoryException {
        HttpResponse<InputStream> response = send(url, headers, wish);
        URI at = url;
        for (int redirects = 0; redirects < MOST_REDIRECTS && isRedirect(response); redirects++) {
            discard(response);
            at = Redirect.target(
                    at,
                    response.statusCode(),
                    response.headers().firstValue("Location").orElse(""));
            response = sendTo(at, headers, wish);
        }
        if (!isRedirect(response)) {
            return response;
        }
        discard(response);
        throw new RepositoryException(
                "DT-FETCH-012",
                "Expected a file after at most " + MOST_REDIRECTS + " redirects, found more at " + url,
                "Tell the repository's publisher.");
    }

    private static boolean isRedirect(HttpResponse<InputStream> response) {
        return response.statusCode() / 100 == 3 && response.statusCode() != 304;
    }

    /** The answer, whatever its status, to a request with the secret that the repository asks for. Its body is to be closed. */
    HttpResponse<InputStream> send(URI url, Map<String, String> headers, Cancellation wish) throws RepositoryException {
        Map<String, String> all = new HashMap<>(headers);
        routes.authorization(url).ifPresent(secret -> all.put("Authorization", secret));
        return sendTo(url, all, wish);
    }

    private HttpResponse<InputStream> sendTo(URI url, Map<String, String> headers, Cancellation wish)
            throws RepositoryException {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(limits.answer());
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<InputStream>> answer =
                clients.of(url).sendAsync(request.build(), BodyHandlers.ofInputStream());
        Cancellation.Registration freeing = wish.onCancel(() -> answer.cancel(true));
        try {
            return answer.get();
        } catch (CancellationException e) {
            throw stopped(url, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw stopped(url, e);
        } catch (ExecutionException e) {
            if (wish.isCancelled()) {
                throw stopped(url, e);
            }
            throw unanswered(url, e.getCause() == null ? e : e.getCause());
        } finally {
            freeing.close();
        }
    }

    private RepositoryException unanswered(URI url, Throwable cause) {
        if (cause instanceof HttpTimeoutException) {
            return new UnreachableException(
                    "DT-FETCH-002",
                    "No answer within " + limits.answer().toMillis() + " ms from " + url,
                    NO_ANSWER_HINT,
                    cause);
        }
        if (cause instanceof ConnectException) {
            return new UnreachableException("DT-FETCH-001", "Nothing answers at " + url, NO_ANSWER_HINT, cause);
        }
        if (cause instanceof SSLException unsafe) {
            return notSecure(url, unsafe);
        }
        if (cause instanceof IOException broken) {
            return brokenOff(url, broken);
        }
        throw new IllegalStateException("A request failed in a way that no network fails in", cause);
    }

    private static UnreachableException stopped(URI url, Exception cause) {
        return new UnreachableException("DT-FETCH-008", "Stopped while waiting for " + url, "", cause);
    }

    /** The body, which neither stalls nor drips for ever, and ends when it is wished. */
    WatchedStream watched(HttpResponse<InputStream> response, Cancellation wish) throws RepositoryException {
        try {
            return new WatchedStream(response.body(), limits, watchdog, wish);
        } catch (RejectedExecutionException e) {
            discard(response);
            throw new RepositoryException("DT-FETCH-008", "Dovetail is closing; not read: " + response.uri(), "", e);
        }
    }

    /** The failure that a status stands for which nobody hoped for. */
    RepositoryException unexpected(HttpResponse<InputStream> response, String hint) throws RepositoryException {
        discard(response);
        int status = response.statusCode();
        if (status == UNAUTHORIZED) {
            return new RepositoryException(
                    "DT-FETCH-020",
                    "Expected to be let in, found status 401 at " + response.uri(),
                    "Give the repository's token or password by name: dovetail repository add URL --token-env NAME.");
        }
        String sentence = "Expected status 200, found " + status + " at " + response.uri();
        return status / 100 == 5 || status == TOO_MANY_REQUESTS
                ? new UnreachableException("DT-FETCH-003", sentence, hint, RetryAfter.of(response.headers(), clock))
                : new RepositoryException("DT-FETCH-003", sentence, hint);
    }

    static void discard(HttpResponse<InputStream> response) throws RepositoryException {
        try {
            response.body().close();
        } catch (IOException e) {
            throw brokenOff(response.uri(), e);
        }
    }

    static UnreachableException brokenOff(URI url, IOException e) {
        return new UnreachableException(
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
