package dev.dovetail.benchmarks;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * How programs are started: with the Java and the flags that the start script chose for the product, which this process
 * was started with itself.
 *
 * @param command the path of java
 * @param flags the product's flags, but the class archive
 * @param archive the flag that makes Java read the product's class archive, if there is one
 * @param product the product's class path
 * @param own what is on this process's class path besides
 */
record Java(Path command, List<String> flags, List<String> archive, List<Path> product, List<Path> own) {

    static Java ofThisProcess() {
        List<String> given = ManagementFactory.getRuntimeMXBean().getInputArguments();
        Path platform = Path.of(System.getProperty("dovetail.platform"));
        Path lib = platform.resolveSibling("lib");
        Predicate<Path> product = jar -> jar.startsWith(lib) || jar.startsWith(platform);
        List<Path> classPath = Arrays.stream(
                        System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new Java(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                given.stream().filter(flag -> !readsArchive(flag)).toList(),
                given.stream().filter(Java::readsArchive).toList(),
                classPath.stream().filter(product).toList(),
                classPath.stream().filter(product.negate()).toList());
    }

    private static boolean readsArchive(String flag) {
        return flag.startsWith("-XX:SharedArchiveFile=") || flag.startsWith("-XX:AOTCache=");
    }

    /** The jars that a JavaFX program needs: the bare window has no others on its class path. */
    Java bare() {
        List<Path> javafx = product.stream()
                .filter(jar -> jar.getFileName().toString().contains("javafx-")
                        || jar.getFileName().toString().contains("monocle"))
                .filter(jar -> !jar.getFileName().toString().startsWith("ikonli"))
                .toList();
        List<Path> ours = own.stream()
                .filter(jar -> jar.getFileName().toString().startsWith("dovetail-benchmarks"))
                .toList();
        return new Java(command, flags, List.of(), concat(javafx, ours), List.of());
    }

    /** The product with this program beside it. */
    Java withOwn() {
        return new Java(command, flags, archive, concat(product, own), List.of());
    }

    Java with(String... more) {
        return new Java(command, concat(flags, List.of(more)), archive, product, own);
    }

    /** With a class archive of its own, made by one training run as the script makes the product's. */
    Java trained(Path file, Screen screen, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        boolean ahead = Runtime.version().feature() >= 25;
        Path classes = file.resolveSibling(file.getFileName() + ".classes");
        Java writing = with(ahead ? "-XX:AOTCacheOutput=" + file : "-XX:DumpLoadedClassList=" + classes);
        ended(screen.shows(writing.builder(main, arguments)));
        if (!ahead) {
            ended(new ProcessBuilder(
                    command.toString(),
                    "-Xshare:dump",
                    "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + file,
                    "-XX:+UseG1GC",
                    "-Xmx512m",
                    "-cp",
                    path()));
        }
        return new Java(
                command, flags, List.of((ahead ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file), product, own);
    }

    private static void ended(ProcessBuilder program) throws IOException, InterruptedException {
        Process training = program.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!training.waitFor(1, TimeUnit.MINUTES) || training.exitValue() != 0) {
            training.destroyForcibly();
            throw new IOException("Making a class archive failed: " + program.command());
        }
    }

    private String path() {
        return product.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    ProcessBuilder builder(Class<?> main, String... arguments) {
        List<String> line = new ArrayList<>(List.of(command.toString()));
        line.addAll(flags);
        line.addAll(archive);
        line.add("-cp");
        line.add(path());
        line.add(main.getName());
        line.addAll(List.of(arguments));
        return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT);
    }

    private static <T> List<T> concat(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
