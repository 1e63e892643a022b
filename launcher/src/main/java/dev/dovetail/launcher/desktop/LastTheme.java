package dev.dovetail.launcher.desktop;

import dev.dovetail.launcher.home.Home;
import java.io.File;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.application.Application;

/**
 * The theme that the window had last, read before there is a window: JavaFX's thread has nothing else to do then. Only a
 * stylesheet in a jar of this class path is read; with any other one, the shell brings its theme in by itself.
 */
public final class LastTheme {

    private final Path file;
    private final String classPath;

    LastTheme(Path file, String classPath) {
        this.file = file;
        this.classPath = classPath;
    }

    /**
     * @param home where it is remembered
     * @return the theme
     */
    public static LastTheme of(Home home) {
        return new LastTheme(home.theme(), System.getProperty("java.class.path"));
    }

    /** Makes JavaFX read it. On the JavaFX application thread, before any node is made. */
    public void read() {
        remembered().ifPresent(Application::setUserAgentStylesheet);
    }

    /** @return the address of its stylesheet */
    Optional<String> remembered() {
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file)).filter(this::isOurs) : Optional.empty();
        } catch (IOException e) {
            log(Level.DEBUG, "The last theme can't be read", e);
            return Optional.empty();
        }
    }

    private boolean isOurs(String address) {
        return Stream.of(classPath.split(File.pathSeparator, -1))
                .filter(jar -> jar.endsWith(".jar"))
                .anyMatch(jar -> address.startsWith("jar:" + new File(jar).toURI() + "!/"));
    }

    /** Asking for a logger takes a start longer than all else here, on the way to JavaFX. */
    private static void log(Level level, String message, IOException why) {
        System.getLogger(LastTheme.class.getName()).log(level, message, why);
    }

    /** Remembers it for the next start. */
    void keep(String address) {
        try {
            if (!Files.exists(file) || !Files.readString(file).equals(address)) {
                Files.writeString(file, address);
            }
        } catch (IOException e) {
            log(Level.WARNING, "The theme can't be remembered; the next start takes a little longer", e);
        }
    }
}
