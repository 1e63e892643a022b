package dev.dovetail.provisioner.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What was downloaded in part, kept so that the next attempt needn't begin anew. It is worth little: what is old, or more
 * than a share of a disk, goes first.
 */
final class Partials {

    static final String ENDING = ".partial";

    private static final Duration OLDEST = Duration.ofDays(7);
    private static final long MOST_BYTES = 512L * 1024 * 1024;
    private static final int MOST_FILES = 64;

    private final Path directory;

    Partials(Path directory) {
        this.directory = directory;
    }

    Path file(Content content) {
        return directory.resolve(content.sha256() + ENDING);
    }

    private record Rest(Path path, FileTime modified, long size) {}

    /** Newest first, as long as there is room. */
    void sweep(Instant now, Predicate<Path> arriving) throws IOException {
        long bytes = 0;
        int files = 0;
        for (Rest rest : newestFirst()) {
            bytes += rest.size();
            files++;
            boolean old = rest.modified().toInstant().isBefore(now.minus(OLDEST));
            if ((old || bytes > MOST_BYTES || files > MOST_FILES) && !arriving.test(rest.path())) {
                Files.deleteIfExists(rest.path());
            }
        }
    }

    private List<Rest> newestFirst() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Rest> rests = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file :
                    all.filter(path -> path.toString().endsWith(ENDING)).toList()) {
                rests.add(new Rest(file, Files.getLastModifiedTime(file), Files.size(file)));
            }
        }
        rests.sort(Comparator.comparing(Rest::modified).reversed());
        return rests;
    }
}
