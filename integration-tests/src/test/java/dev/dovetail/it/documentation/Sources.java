package dev.dovetail.it.documentation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of the checkout. */
final class Sources {

    static final Path ROOT =
            Path.of(System.getProperty("it.checkout", "..")).toAbsolutePath().normalize();

    private Sources() {}

    static String text(String path) throws IOException {
        return Files.readString(ROOT.resolve(path));
    }

    /** All Java sources of the product itself. */
    static List<Path> product() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> ROOT.relativize(file).toString().contains("src/main/java/dev/dovetail/"))
                    .sorted()
                    .toList();
        }
    }
}
