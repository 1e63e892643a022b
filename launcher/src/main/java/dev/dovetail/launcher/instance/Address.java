package dev.dovetail.launcher.instance;

import dev.dovetail.launcher.home.Home;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * Where the Dovetail of a home listens: a socket in the file system, which only the home's owner reaches. It lies in a
 * folder of its own for temporary files, since the paths of sockets may not be longer than some hundred bytes; the home
 * has a file that says where.
 *
 * @param file the file in the home
 */
record Address(Path file) {

    static Address of(Home home) {
        return new Address(home.directory().resolve("instance"));
    }

    /** Makes a new place for a socket; nobody is told yet. */
    Path make() throws IOException {
        return Files.createTempDirectory("dovetail-").resolve("socket");
    }

    void tell(Path socket) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, socket + "\n", StandardCharsets.UTF_8);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Nothing when nobody has listened there, or what is written there can't be an address. */
    Optional<UnixDomainSocketAddress> read() {
        try {
            return Optional.of(UnixDomainSocketAddress.of(
                    Files.readString(file, StandardCharsets.UTF_8).strip()));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    void forget(Path socket) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(socket);
        Files.deleteIfExists(socket.toAbsolutePath().getParent());
    }
}
