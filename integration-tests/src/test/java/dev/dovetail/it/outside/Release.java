package dev.dovetail.it.outside;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a team gets from Dovetail, as a Maven repository: the bundle parent and the API, straight from this build. Behind
 * it stands the build's own local repository, for plugins and libraries, but without anything that was ever installed
 * there under Dovetail's name.
 *
 * @param head Dovetail's artifacts; what Maven downloads is put there too
 * @param tail everything else, only read
 */
record Release(Path head, Path tail) implements AutoCloseable {

    static Release of(Path checkout, Path api, String version, Path localRepository, Path folder) throws IOException {
        Path head = folder.resolve("head");
        put(head, checkout.resolve("bnd/pom.xml"), "dovetail-bundle-parent", version, "pom");
        put(head, checkout.resolve("pom.xml"), "dovetail", version, "pom");
        put(head, checkout.resolve("shared-api/pom.xml"), "dovetail-api", version, "pom");
        put(head, api, "dovetail-api", version, "jar");
        return new Release(head, everythingBut(localRepository, List.of("dev", "dovetail"), folder.resolve("tail")));
    }

    private static void put(Path repository, Path file, String artifact, String version, String type)
            throws IOException {
        Path folder = Files.createDirectories(
                repository.resolve("dev/dovetail").resolve(artifact).resolve(version));
        Files.copy(file, folder.resolve(artifact + "-" + version + "." + type));
    }

    /** Links to what is in a folder, except for the file or folder at a path below it. */
    private static Path everythingBut(Path folder, List<String> path, Path into) throws IOException {
        Files.createDirectories(into);
        List<Path> entries;
        try (Stream<Path> all = Files.list(folder)) {
            entries = all.toList();
        }
        for (Path entry : entries) {
            Path here = into.resolve(entry.getFileName().toString());
            if (!entry.endsWith(path.get(0))) {
                Files.createSymbolicLink(here, entry.toAbsolutePath());
            } else if (path.size() > 1) {
                everythingBut(entry, path.subList(1, path.size()), here);
            }
        }
        return into;
    }

    /** Takes the links away, and nothing they lead to. */
    @Override
    public void close() throws IOException {
        List<Path> links;
        try (Stream<Path> all = Files.walk(tail)) {
            links = all.filter(Files::isSymbolicLink).toList();
        }
        for (Path link : links) {
            Files.delete(link);
        }
    }
}
