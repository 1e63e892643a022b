package dev.dovetail.publisher.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The folder that is served, and the rule for what lies in it. */
record FileRoot(Path folder) {

    private static final String INDEX = "index.html";

    static FileRoot at(Path folder) throws IOException {
        return new FileRoot(folder.toRealPath());
    }

    /**
     * The file that a request's path names. Whatever is written in it, the file is a regular one below the folder, also
     * after links have been followed.
     */
    Optional<Path> file(String path) throws IOException {
        if (!path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        String relative = path.equals("/") ? INDEX : path.substring(1);
        for (String segment : relative.split("/", -1)) {
            if (segment.isEmpty() || segment.startsWith(".")) {
                return Optional.empty();
            }
        }
        return regular(relative);
    }

    private Optional<Path> regular(String relative) throws IOException {
        try {
            Path file = folder.resolve(relative);
            return Files.isRegularFile(file) && file.toRealPath().startsWith(folder)
                    ? Optional.of(file)
                    : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
