package dev.dovetail.it.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the launcher lets the system bundle export, read from the launcher's own list. */
final class SystemPackages {

    private static final String LIST = "dev/dovetail/launcher/boot/system-packages.txt";

    private SystemPackages() {}

    static String[] exports(Path testClasses) throws IOException {
        return Files.readAllLines(testClasses.resolve(LIST)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.replace(" ", ";version="))
                .toArray(String[]::new);
    }
}
