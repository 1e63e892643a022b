package dev.dovetail.launcher;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The embedded bundles, gathered from the class path as the distribution gathers them. */
public final class PlatformDirectory {

    private static final List<String> NAMES = List.of(
            "dovetail-api-",
            "dovetail-shell-",
            "org.apache.felix.scr-",
            "org.osgi.service.component-1",
            "org.osgi.util.function-",
            "org.osgi.util.promise-");

    private PlatformDirectory() {}

    public static Path in(Path directory) throws IOException {
        Path platform = Files.createDirectories(directory.resolve("platform"));
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> NAMES.stream().anyMatch(jar.getFileName().toString()::startsWith))
                .toList();
        if (jars.size() != NAMES.size()) {
            throw new IllegalStateException("Expected a jar for each of " + NAMES + ", found " + jars
                    + ": run this from Maven's package phase on");
        }
        for (Path jar : jars) {
            Files.copy(jar, platform.resolve(jar.getFileName()));
        }
        return platform;
    }
}
