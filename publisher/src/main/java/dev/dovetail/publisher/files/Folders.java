package dev.dovetail.publisher.files;

import java.nio.file.Path;

/** Where files lie. */
final class Folders {

    private Folders() {}

    static Path of(Path file) {
        Path parent = file.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Expected a file in a folder, found: " + file);
        }
        return parent;
    }

    static Path beside(Path file, String prefix) {
        return file.resolveSibling(prefix + file.getFileName());
    }
}
