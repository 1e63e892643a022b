package dev.dovetail.publisher.server;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Serves the files of a folder over HTTP/1.1: GET and HEAD, entity tags, single ranges, gzip for text. It gives out
 * regular files below the folder and nothing else; names that begin with a dot are not there. Files may change while they
 * are served. For loopback and a team's own network; the world is better served by a web server with TLS.
 */
public final class RepositoryServer implements AutoCloseable {

    private static final int THREADS = 32;
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final HttpServer http;
    private final ExecutorService threads;

    private RepositoryServer(HttpServer http, ExecutorService threads) {
        this.http = http;
        this.threads = threads;
    }

    /**
     * Serves a folder on loopback, on a port of the system's choice.
     *
     * @param folder what to serve
     * @return the running server
     * @throws IOException when no port can be had
     */
    public static RepositoryServer onLoopback(Path folder) throws IOException {
        return start(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    /**
     * Serves a folder.
     *
     * @param folder what to serve
     * @param address where; port 0 is one of the system's choice
     * @return the running server, to be closed
     * @throws IOException when the address can't be had, or there is no folder
     */
    public static RepositoryServer start(Path folder, InetSocketAddress address) throws IOException {
        FileRoot root = FileRoot.at(folder);
        answerAtOnce();
        HttpServer http = HttpServer.create(address, 0);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, daemons());
        http.createContext("/", new FileHandler(root));
        http.setExecutor(threads);
        http.start();
        return new RepositoryServer(http, threads);
    }

    /**
     * The JDK's server sends head and body of an answer apart, and TCP holds the body back for 40 ms unless it is told not
     * to. There is no other way to tell it, and nothing that would want the delay.
     */
    private static void answerAtOnce() {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private static ThreadFactory daemons() {
        AtomicInteger count = new AtomicInteger();
        return work -> {
            Thread thread = new Thread(work, "repository-server-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    /** @return where it is, with a trailing slash */
    public URI url() {
        InetSocketAddress address = http.getAddress();
        return URI.create("http://" + host(address.getAddress()) + ":" + address.getPort() + "/");
    }

    private static String host(InetAddress address) {
        if (address.isLoopbackAddress() || address.isAnyLocalAddress()) {
            return "localhost";
        }
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
