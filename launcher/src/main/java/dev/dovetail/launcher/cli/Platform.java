package dev.dovetail.launcher.cli;

import java.nio.file.Path;

/** Where the embedded bundles lie: the start script says so. */
final class Platform {

    private Platform() {}

    static Path directory() {
        String directory = System.getProperty("dovetail.platform", "");
        if (directory.isEmpty()) {
            throw new IllegalStateException(
                    "Expected -Ddovetail.platform=DIR, the directory with Dovetail's embedded bundles");
        }
        return Path.of(directory);
    }
}
