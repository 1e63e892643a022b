package dev.dovetail.launcher.preflight;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The files of a machine, by absolute names. What cannot be read counts as absent: it is of no use to JavaFX either. */
record Root(Path folder) {

    boolean has(String name) {
        return Files.exists(resolve(name));
    }

    boolean isExecutable(String name) {
        return Files.isExecutable(resolve(name)) && !Files.isDirectory(resolve(name));
    }

    /** Whether it is a folder itself, not a link to one. */
    boolean isRealFolder(String name) {
        return Files.isDirectory(resolve(name), LinkOption.NOFOLLOW_LINKS);
    }

    boolean isFolder(String name) {
        return Files.isDirectory(resolve(name));
    }

    String read(String name) {
        try {
            return Files.readString(resolve(name));
        } catch (IOException absent) {
            return "";
        }
    }

    List<String> list(String name) {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(resolve(name))) {
            for (Path entry : entries) {
                names.add(name + "/" + entry.getFileName());
            }
        } catch (IOException absent) {
            return List.of();
        }
        return names;
    }

    private Path resolve(String name) {
        return folder.resolve(name.startsWith("/") ? name.substring(1) : name);
    }
}
