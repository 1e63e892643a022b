package dev.dovetail.launcher.boot;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * What the system bundle exports besides the Java platform: JavaFX and the shared UI libraries with their versions, and
 * the port, to those only who ask for it by name.
 */
final class SystemPackages {

    /** A mandatory attribute keeps a plain import from being wired to the port (Core 3.7.7). */
    private static final String PORT = "dev.dovetail.federation;version=1.1.0;shell=true;mandatory:=shell";

    private SystemPackages() {}

    /** The value of {@code org.osgi.framework.system.packages.extra}. */
    static String extra() {
        try (InputStream in = SystemPackages.class.getResourceAsStream("system-packages.txt")) {
            if (in == null) {
                throw new IllegalStateException("Expected system-packages.txt beside " + SystemPackages.class);
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return lines.lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .map(line -> line.replace(" ", ";version="))
                            .collect(Collectors.joining(","))
                    + "," + PORT;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
