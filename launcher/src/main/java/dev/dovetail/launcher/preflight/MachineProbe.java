package dev.dovetail.launcher.preflight;

import dev.dovetail.launcher.preflight.Machine.Display;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Reads what {@link Preflight} decides from.
 *
 * @param root the files of the machine
 * @param environment its environment variables
 * @param os the name of the operating system, as Java gives it
 * @param arch the name of the architecture, as Java gives it
 */
record MachineProbe(Root root, Map<String, String> environment, String os, String arch) {

    static MachineProbe ofThisMachine() {
        return new MachineProbe(
                new Root(Path.of("/")),
                System.getenv(),
                System.getProperty("os.name", ""),
                System.getProperty("os.arch", ""));
    }

    /** Only on Linux is there anything to look at: elsewhere JavaFX uses what the system itself brings. */
    Machine read() {
        int java = Runtime.version().feature();
        if (!os.equals("Linux")) {
            return new Machine(
                    java, os, arch, Display.NONE, Set.of(), false, Distribution.UNKNOWN, Account.PLAIN, false);
        }
        return new Machine(
                java,
                os,
                arch,
                display(),
                new LibraryFolders(root, environment, arch).present(),
                new Fonts(root, environment).any(),
                distribution(),
                account(),
                isOnPath("xvfb-run"));
    }

    private Display display() {
        if (!environment.getOrDefault("DISPLAY", "").isEmpty()) {
            return Display.X11;
        }
        boolean wayland = !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
        return wayland ? Display.WAYLAND_ONLY : Display.NONE;
    }

    private Distribution distribution() {
        String release = root.read("/etc/os-release");
        return new OsRelease(release.isEmpty() ? root.read("/usr/lib/os-release") : release).distribution();
    }

    /** The effective user is the second number of the line {@code Uid:} in the kernel's account of this process. */
    private Account account() {
        String status = root.read("/proc/self/status");
        int uid = status.indexOf("\nUid:\t");
        if (uid >= 0 && status.startsWith("0\t", status.indexOf('\t', uid + "\nUid:\t".length()) + 1)) {
            return Account.ROOT;
        }
        return isOnPath("sudo") ? Account.SUDOER : Account.PLAIN;
    }

    private boolean isOnPath(String command) {
        for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
            if (folder.startsWith("/") && root.isExecutable(folder + "/" + command)) {
                return true;
            }
        }
        return false;
    }
}
