package dev.dovetail.it.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where the built product lies. */
final class Checkout {

    private static final Path ROOT =
            Path.of(System.getProperty("it.checkout", "..")).toAbsolutePath().normalize();

    private Checkout() {}

    static Path platform() {
        return ROOT.resolve("launcher/target/dist/platform");
    }

    /** The class path that the start script makes. */
    static String productJars() throws IOException {
        return jars(ROOT.resolve("launcher/target/dist/lib")) + File.pathSeparator + jars(platform());
    }

    static Path demo() {
        return ROOT.resolve("demo/target");
    }

    static String demoJars() throws IOException {
        return jars(demo().resolve("lib"));
    }

    /** The class path of the publisher's own program. */
    static String publisherJars() throws IOException {
        return jars(ROOT.resolve("launcher/target/dist/publisher"));
    }

    /** What a team built, unsigned: {@code explorer}, {@code charts} or {@code charts-next}. */
    static Path repository(String name) {
        return demo().resolve("repositories").resolve(name);
    }

    /** The bundles of a team's release. */
    static List<Path> bundles(String name) throws IOException {
        return Folder.files(repository(name).resolve("bundles"), ".jar");
    }

    /** A bundle that the tests bring along, by the name of its artifact. */
    static Path library(String artifact) {
        return ROOT.resolve("integration-tests/target/bundles").resolve(artifact + ".jar");
    }

    static Path testClasses() {
        return ROOT.resolve("integration-tests/target/test-classes");
    }

    static Path reports() throws IOException {
        return Files.createDirectories(ROOT.resolve("integration-tests/target/end-to-end"));
    }

    private static String jars(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .map(Path::toString)
                    .collect(Collectors.joining(System.getProperty("path.separator")));
        }
    }
}
