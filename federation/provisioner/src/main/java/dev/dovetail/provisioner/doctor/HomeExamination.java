package dev.dovetail.provisioner.doctor;

import dev.dovetail.provisioner.Disk;
import dev.dovetail.provisioner.failure.HomeException;
import dev.dovetail.provisioner.generation.Lockfile;
import dev.dovetail.provisioner.health.Health;
import dev.dovetail.provisioner.profile.Profile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Looks at what is in a home's own files. Changes nothing. */
public final class HomeExamination {

    private static final long MEGABYTE = 1_000_000;
    private static final long TOO_LITTLE = 50 * MEGABYTE;
    private static final long SCARCE = 500 * MEGABYTE;
    private static final String REVERT = "Go back to another one: dovetail revert --list.";

    private final Path home;
    private final Disk disk;

    /**
     * @param home the home directory
     * @param disk its parts
     */
    public HomeExamination(Path home, Disk disk) {
        this.home = home;
        this.disk = disk;
    }

    /** @return what was found, in a fixed order */
    public List<Finding> look() {
        if (!Files.isDirectory(home)) {
            return List.of(Finding.fine("home", "There is none at " + home + " yet; it is made when it is needed."));
        }
        List<Finding> findings = new ArrayList<>();
        findings.add(folder());
        findings.add(room());
        findings.add(profile());
        findings.add(current());
        findings.addAll(others());
        findings.addAll(health());
        return List.copyOf(findings);
    }

    private Finding folder() {
        try {
            if (!Files.isWritable(home)) {
                return Finding.broken("home", home + " can't be written.", "Check its owner and permissions.");
            }
            return Files.getFileStore(home).supportsFileAttributeView("posix") && isOpen()
                    ? Finding.broken("home", "Others may write into " + home + ".", "chmod go-w " + home)
                    : Finding.fine("home", home + " can be written.");
        } catch (IOException e) {
            return Finding.broken("home", home + " can't be looked at: " + e.getMessage(), "Check the disk.");
        }
    }

    private boolean isOpen() throws IOException {
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(home);
        return permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE);
    }

    private Finding room() {
        try {
            long room = Files.getFileStore(home).getUsableSpace();
            String left = room / MEGABYTE + " MB are free where the home is.";
            if (room < TOO_LITTLE) {
                return Finding.broken("disk", left, "Make room: features can't be installed or updated.");
            }
            return room < SCARCE ? Finding.notice("disk", left, "Make room soon.") : Finding.fine("disk", left);
        } catch (IOException e) {
            return Finding.broken("disk", "Nobody can tell how full it is: " + e.getMessage(), "Check the disk.");
        }
    }

    private Finding profile() {
        try {
            Profile profile = disk.profile().read();
            int pins = profile.pins().ranges().size();
            return Finding.fine(
                    "profile",
                    "It trusts " + counted(profile.repositories().size(), "repository", "repositories") + " and has "
                            + counted(pins, "pin", "pins") + ".");
        } catch (HomeException e) {
            return broken("profile", e);
        }
    }

    private Finding current() {
        try {
            Lockfile current = disk.generations().current();
            return Finding.fine(
                    "generations",
                    "Generation " + current.generation() + " is in force, with "
                            + counted(current.features().size(), "feature", "features") + ".");
        } catch (HomeException e) {
            return broken("generations", e);
        }
    }

    private List<Finding> others() {
        List<Finding> findings = new ArrayList<>();
        try {
            for (long number : disk.generations().kept()) {
                try {
                    var unused = disk.generations().at(number);
                } catch (HomeException e) {
                    findings.add(Finding.notice("generations", String.valueOf(e.getMessage()), REVERT));
                }
            }
        } catch (HomeException e) {
            findings.add(broken("generations", e));
        }
        return findings;
    }

    private List<Finding> health() {
        Health health = disk.health().read();
        List<Finding> findings = new ArrayList<>();
        health.trials()
                .forEach(trial -> findings.add(Finding.notice("health", trial.name() + " is on probation.", "")));
        disk.heldUp()
                .read()
                .ifPresent(now -> findings.add(Finding.notice(
                        "health",
                        now.name() + " holds up the window since " + now.since() + ", in " + now.where() + ".",
                        "Nothing but its end ends it: tell its publisher. When Dovetail was ended, the next start says"
                                + " which feature it was.")));
        health.failed()
                .forEach(failed -> findings.add(Finding.notice(
                        "health",
                        failed.feature() + " " + failed.version() + " failed here: " + failed.reason(),
                        "Tell its publisher; to have it offered again: dovetail forgive " + failed.feature())));
        return findings;
    }

    private static Finding broken(String subject, HomeException e) {
        return Finding.broken(subject, String.valueOf(e.getMessage()), e.hint());
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
