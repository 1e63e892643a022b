package dev.dovetail.demo;

import java.io.IOException;
import java.nio.file.Path;

/** Serves a team's repository on loopback. A program of its own, so that it can be killed. */
public final class RepositoryServer {

    private RepositoryServer() {}

    /**
     * Serves until it is killed, and prints the address first.
     *
     * @param arguments the folder
     * @throws IOException when no port can be had
     */
    @SuppressWarnings("SystemOut") // Its standard output is how its parent learns the address.
    public static void main(String[] arguments) throws IOException {
        try (var server = dev.dovetail.publisher.server.RepositoryServer.onLoopback(Path.of(arguments[0]))) {
            System.out.println(server.url());
            System.out.flush();
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
