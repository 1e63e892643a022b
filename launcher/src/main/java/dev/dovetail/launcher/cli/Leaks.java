package dev.dovetail.launcher.cli;

import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.apply.RetiredLoader;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.heap.HeapPath;
import dev.dovetail.provisioner.heap.HeapWalk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * What holds on to replaced versions in the process that has the home open: that one writes its memory into a file, and
 * this one reads it, so that nobody's window waits for it.
 */
final class Leaks {

    private Leaks() {}

    static List<HeapPath> in(Home home, Venue venue) throws HomeException {
        try {
            Path folder = Files.createTempDirectory("dovetail-heap");
            Path file = folder.resolve("heap.hprof");
            try {
                venue.dump(home, file);
                return HeapWalk.of(file, RetiredLoader.class);
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** The command line that has the process with the window do its part; not for people. */
    static List<String> dumping(Path file) {
        return List.of("doctor", "--leaks", "--dump", file.toString());
    }

    static HomeException nobody(Home home) {
        return new HomeException(
                "DT-LEAK-001",
                "Expected a Dovetail that has " + home.directory()
                        + " open, found none; only the memory of a running one" + " can be looked through.",
                "Start it with dovetail run, update or remove a feature in it, and ask again.");
    }

    static HomeException unwritable(IOException e) {
        return new HomeException(
                "DT-LEAK-002",
                "The memory of the running Dovetail could not be looked through: " + e.getMessage(),
                "Check that the folder for temporary files has as much room as Dovetail has memory in use.",
                e);
    }

    static List<String> words(List<HeapPath> paths) {
        return paths.isEmpty()
                ? List.of("No replaced version is in memory.")
                : paths.stream().flatMap(path -> path.lines().stream()).toList();
    }

    static String facts(List<HeapPath> paths) {
        return Facts.object(json -> {
            json.writeArrayFieldStart("leaks");
            for (HeapPath path : paths) {
                json.writeStartObject();
                json.writeStringField("bundle", path.name());
                json.writeStringField("strength", path.strength().name().toLowerCase(Locale.ROOT));
                json.writeStringField("holder", path.holder());
                Facts.write(json, "path", path.hops());
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }
}
