package dev.dovetail.it.endtoend.hostile;

import dev.dovetail.it.endtoend.Ended;
import dev.dovetail.it.endtoend.Java;
import dev.dovetail.it.endtoend.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;

/**
 * A home on a disk that is nearly full. Where the system lets us mount one of our own, it is a disk that really has no
 * more room; elsewhere no file may grow beyond a limit, which fails writes half-way too, though it tells another reason.
 */
final class FullDisk {

    private static final String FULL = """
            #!/bin/bash
            exec unshare %1$s bash -c '
              mount -t tmpfs -o size=64m none "%2$s" && cp -a "%3$s/." "%2$s/" || exit 99
              room=$(df --output=avail -k "%2$s" | tail -n 1)
              dd if=/dev/zero of="%2$s/filler" bs=1024 count=$((room - %4$d)) status=none
              "%5$s" "$@"
              ended=$?
              rm "%2$s/filler"
              cp -a "%2$s/." "%6$s/"
              exit $ended' bash "$@"
            """;
    private static final String LIMITED = """
            #!/bin/bash
            cp -a "%3$s/." "%2$s/" || exit 99
            (ulimit -f %4$d; exec "%5$s" "$@")
            ended=$?
            cp -a "%2$s/." "%6$s/"
            exit $ended
            """;

    private final Scene scene;
    private final String rights;

    FullDisk(Scene scene) throws IOException, InterruptedException {
        this.scene = scene;
        this.rights = mounting("-rm", scene) ? "-rm" : mounting("-m", scene) ? "-m" : "";
    }

    private static boolean mounting(String rights, Scene scene) throws IOException, InterruptedException {
        Path place = Files.createDirectories(scene.fresh("mount"));
        try {
            Process tried = new ProcessBuilder(
                            "unshare", rights, "mount", "-t", "tmpfs", "-o", "size=1m", "none", place.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return tried.waitFor(20, TimeUnit.SECONDS) && tried.exitValue() == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }

    /** What came of it. */
    record Outcome(Ended ended, Product after) {}

    /** Carries out a verb with so much room left, on a home as it was. */
    Outcome run(int kilobytes, String verb, String argument) throws Exception {
        Product before = scene.product();
        Path disk = Files.createDirectories(scene.fresh("disk"));
        Path after = Files.createDirectories(scene.fresh("after"));
        Java java = scene.java();
        String script = (rights.isEmpty() ? LIMITED : FULL)
                .formatted(rights, disk, before.home(), kilobytes, java.home().resolve("bin/java"), after);
        Path home = scene.fresh("java");
        Path command = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(command, script);
        Files.setPosixFilePermissions(command, PosixFilePermissions.fromString("rwx------"));
        Ended ended = new Product(new Java(home, java.feature()), disk).run(verb, argument);
        return new Outcome(ended, new Product(java, after));
    }
}
