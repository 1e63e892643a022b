package dev.dovetail.it.endtoend;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Java to run the product on.
 *
 * @param home where it is installed
 * @param feature its feature version, such as 17
 */
public record Java(Path home, int feature) {

    /** How long a server may be silent. */
    public static final int NETWORK_MILLIS = 4_000;

    /** The one that runs the tests, and the one that {@code dovetail.jdk25} names, if it does. */
    public static Stream<Java> all() {
        Java running = running();
        String newer = System.getProperty("dovetail.jdk25", "");
        return newer.isEmpty() || running.feature >= 25
                ? Stream.of(running)
                : Stream.of(running, new Java(Path.of(newer), 25));
    }

    public static Java running() {
        return new Java(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** As the start script starts it. */
    public List<String> command(String classPath, String... flags) {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                // Long enough for a busy machine, and short enough for those who wait for the tests.
                "-Ddovetail.network.answer=" + NETWORK_MILLIS,
                "-Ddovetail.network.stall=" + NETWORK_MILLIS,
                "-Ddovetail.platform=" + Checkout.platform()));
        if (feature >= 24) {
            command.add("--enable-native-access=ALL-UNNAMED");
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of(flags));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    @Override
    public String toString() {
        return "Java " + feature;
    }
}
