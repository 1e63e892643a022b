package dev.dovetail.launcher.cli;

import dev.dovetail.federation.Deadline;
import dev.dovetail.launcher.boot.EmbeddedFramework;
import dev.dovetail.launcher.desktop.Launcher;
import dev.dovetail.launcher.desktop.Parts;
import dev.dovetail.launcher.home.Home;
import dev.dovetail.provisioner.Deadlines;
import dev.dovetail.provisioner.Known;
import dev.dovetail.provisioner.Provisioner;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The provisioner for verbs that only look. It takes no lock, so they work while the shell runs; its framework, which tells
 * what the platform has, lies in a folder of its own and is never started.
 */
final class Looking implements AutoCloseable {

    private final Path folder;
    private final EmbeddedFramework framework;
    private final Parts parts;
    private final Provisioner provisioner;

    private Looking(Path folder, EmbeddedFramework framework, Parts parts, Provisioner provisioner) {
        this.folder = folder;
        this.framework = framework;
        this.parts = parts;
        this.provisioner = provisioner;
    }

    static Looking at(Home home, Profile profile) throws ProvisioningException {
        Path folder = folder();
        try {
            EmbeddedFramework framework = EmbeddedFramework.init(new Home(folder), Platform.directory());
            Parts parts = Parts.of(home, profile, Launcher.fallback(Platform.directory()));
            return new Looking(folder, framework, parts, parts.provisioner(framework, Optional::empty));
        } catch (ProvisioningException | RuntimeException e) {
            delete(folder);
            throw e;
        }
    }

    private static Path folder() throws HomeException {
        try {
            return Files.createTempDirectory("dovetail-plan");
        } catch (IOException e) {
            throw new HomeException(
                    "DT-HOME-040",
                    "Can't make a temporary folder: " + e.getMessage(),
                    "Check that the system's folder for temporary files may be written, and has room.",
                    e);
        }
    }

    Profile profile() {
        return parts.profile().get();
    }

    Known check() {
        return parts.repositories().check(parts.profile().effective());
    }

    Map<String, Deadline> deadlines(Known known) throws ProvisioningException {
        return Deadlines.of(provisioner.installed(), known.catalog());
    }

    Provisioner provisioner() {
        return provisioner;
    }

    @Override
    public void close() {
        framework.close();
        parts.close();
        delete(folder);
    }

    /** What can't be deleted is the system's to tidy up. */
    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            System.getLogger(Looking.class.getName()).log(System.Logger.Level.DEBUG, "Left behind: " + folder, e);
        }
    }
}
