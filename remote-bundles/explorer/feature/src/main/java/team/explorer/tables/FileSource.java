package team.explorer.tables;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import team.explorer.csv.CsvSource;

/**
 * A file of the person's own.
 *
 * @param path where it is
 */
public record FileSource(Path path) implements CsvSource {

    private static final String PREFIX = "file:";

    /** Makes the path absolute: an id has to mean the same after a restart from another directory. */
    public FileSource {
        path = path.toAbsolutePath().normalize();
    }

    static Optional<CsvSource> of(String id) {
        try {
            return id.startsWith(PREFIX)
                    ? Optional.of(new FileSource(Path.of(id.substring(PREFIX.length()))))
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    @Override
    public String id() {
        return PREFIX + path;
    }

    @Override
    public String fileName() {
        return String.valueOf(path.getFileName());
    }

    @Override
    public InputStream open() throws IOException {
        if (Files.isDirectory(path)) {
            throw new IOException(path + " is a folder. Choose a CSV file inside it.");
        }
        try {
            return Files.newInputStream(path);
        } catch (NoSuchFileException e) {
            throw new IOException(path + " isn't there any more. Was it moved or renamed?", e);
        }
    }
}
