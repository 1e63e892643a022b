package dev.dovetail.launcher.home;

import dev.dovetail.provisioner.failure.HomeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The directory that holds everything one person's Dovetail has: see {@code docs/formats/home.md}.
 *
 * @param directory where it is, absolute
 */
public record Home(Path directory) {

    /** Makes the path absolute. */
    public Home {
        directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Where the home is when nobody says otherwise.
     *
     * @param osName the system property {@code os.name}
     * @param userHome the system property {@code user.home}
     * @param environment the process's environment
     * @return the usual place for applications' data on this system
     */
    public static Home usual(String osName, Path userHome, Map<String, String> environment) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            return new Home(Path.of(environment.getOrDefault(
                            "LOCALAPPDATA", userHome.resolve("AppData/Local").toString()))
                    .resolve("Dovetail"));
        }
        if (os.contains("mac")) {
            return new Home(userHome.resolve("Library/Application Support/Dovetail"));
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return new Home((data.isEmpty() ? userHome.resolve(".local/share") : Path.of(data)).resolve("dovetail"));
    }

    /** @return the framework's cache, which is thrown away at each start */
    public Path framework() {
        return directory.resolve("framework");
    }

    /** @return the file that says which theme the window had last */
    public Path theme() {
        return directory.resolve("theme");
    }

    /** @return where log files go */
    public Path log() {
        return directory.resolve("log");
    }

    /** @return the file that is locked while a process may change the home */
    public Path lock() {
        return directory.resolve("lock");
    }

    /**
     * @param owner a feature's id or the shell's name
     * @return its own directory, made when it isn't there
     * @throws HomeException when it can't be made
     */
    public Path data(String owner) throws HomeException {
        return made(directory.resolve("data").resolve(owner));
    }

    /**
     * Makes the home directory.
     *
     * @return this
     * @throws HomeException when it can't be made
     */
    public Home make() throws HomeException {
        made(directory);
        return this;
    }

    /**
     * Makes sure that the home is a directory, or can become one.
     *
     * @return this
     * @throws HomeException when something else is in its place
     */
    public Home checked() throws HomeException {
        if (Files.exists(directory) && !Files.isDirectory(directory)) {
            throw noDirectory(directory, new NotDirectoryException(directory.toString()));
        }
        return this;
    }

    private static Path made(Path directory) throws HomeException {
        try {
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw noDirectory(directory, e);
        }
    }

    private static HomeException noDirectory(Path directory, IOException cause) {
        return new HomeException(
                "DT-HOME-010",
                "Expected a directory that can be written, found none at " + directory + ": " + cause,
                "Choose another place with --home DIR.",
                cause);
    }
}
