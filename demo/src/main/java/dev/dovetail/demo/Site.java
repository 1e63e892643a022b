package dev.dovetail.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The folder that a team's web server serves, and publishing into it. */
final class Site {

    private final Path folder;

    Site(Path folder) {
        this.folder = folder;
    }

    Path folder() {
        return folder;
    }

    /** Copies a repository over the folder, the index last: a reader sees the old release or the new, whole. */
    void publish(Path repository) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(repository)) {
            files = walk.filter(Files::isRegularFile)
                    .sorted(Comparator.comparing(
                            file -> file.getFileName().toString().startsWith("index")))
                    .toList();
        }
        for (Path file : files) {
            Path target = folder.resolve(repository.relativize(file).toString());
            Files.createDirectories(target.resolveSibling("."));
            Path fresh = target.resolveSibling(target.getFileName() + ".part");
            Files.copy(file, fresh, StandardCopyOption.REPLACE_EXISTING);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Empties a folder, so that a story starts from nothing. */
    static void clear(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
