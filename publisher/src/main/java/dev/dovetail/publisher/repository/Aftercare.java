package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.files.Content;
import dev.dovetail.publisher.files.Disk;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.TargetFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What follows a change: the page for people, and deleting what has long been replaced. Readers need neither, so a failure is
 * told and the change stands.
 */
record Aftercare(Path folder, Disk disk, Instant now) {

    /** Long enough for every reader that began before a change, and every cache on the way. */
    private static final Duration KEPT = Duration.ofDays(30);

    private static final Pattern METADATA = Pattern.compile("(\\d{1,18})\\.([^.]+)\\.json");

    void after(State state, Consumer<String> telling) {
        try {
            Path page = folder.resolve(Layout.FRONT_PAGE);
            Path part = folder.resolve(".part-" + Layout.FRONT_PAGE);
            disk.write(part, new Content.Bytes(FrontPage.of(state).getBytes(StandardCharsets.UTF_8)));
            disk.move(part, page);
            sweep(folder.resolve("metadata"), currentMetadata(state));
            sweep(folder.resolve("targets"), currentIndexes(state));
        } catch (IOException e) {
            telling.accept("warning: the change is published, but can't tidy up " + folder + ": " + e.getMessage());
        }
    }

    private static Set<String> currentMetadata(State state) {
        Set<String> current = new HashSet<>();
        current.add("metadata/" + state.timestamp().snapshot().version() + ".snapshot.json");
        state.snapshot().meta().forEach((name, file) -> current.add("metadata/" + file.version() + "." + name));
        return current;
    }

    private static Set<String> currentIndexes(State state) {
        Set<String> current = new HashSet<>();
        state.teams().forEach((team, offered) -> {
            TargetFile index = offered.targets().get(Layout.index(team));
            if (index != null) {
                current.add(Layout.target(
                        Layout.index(team), index.digests().sha256().orElse("")));
            }
        });
        return current;
    }

    /** Only files that Dovetail wrote, by their names; roots are needed for ever. */
    private void sweep(Path below, Set<String> current) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(below)) {
            for (Path file : files) {
                String name = String.valueOf(file.getFileName());
                if (replaceable(name)
                        && !current.contains(below.getFileName() + "/" + name)
                        && Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
                    disk.delete(file);
                }
            }
        }
    }

    private static boolean replaceable(String name) {
        Matcher metadata = METADATA.matcher(name);
        return metadata.matches()
                ? !metadata.group(2).equals(Root.TYPE)
                : name.matches("[0-9a-f]{64}\\.index-[a-z0-9-]+\\.xml\\.gz");
    }
}
