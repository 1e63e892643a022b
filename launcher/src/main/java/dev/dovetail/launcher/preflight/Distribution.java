package dev.dovetail.launcher.preflight;

import java.util.List;

/**
 * The Linux distribution, as {@code /etc/os-release} tells it: what its packages are called and how they are installed.
 *
 * @param id its {@code ID}, such as {@code debian}; empty when unknown
 * @param like its {@code ID_LIKE}: the distributions it derives from, nearest first
 * @param version its {@code VERSION_ID}; empty for one that rolls
 */
record Distribution(String id, List<String> like, String version) {

    static final Distribution UNKNOWN = new Distribution("", List.of(), "");

    Distribution {
        like = List.copyOf(like);
    }

    /** Who installs packages there. */
    enum Family {
        DEBIAN("apt-get update && ", "apt-get install -y "),
        FEDORA("", "dnf install -y "),
        ARCH("", "pacman -S --needed --noconfirm "),
        SUSE("", "zypper --non-interactive install "),
        OTHER("", "");

        private final String before;
        private final String install;

        Family(String before, String install) {
            this.before = before;
            this.install = install;
        }
    }

    Family family() {
        Family own = named(id);
        for (int i = 0; own == Family.OTHER && i < like.size(); i++) {
            own = named(like.get(i));
        }
        return own;
    }

    String nameOf(NativePackage wanted) {
        return switch (family()) {
            case DEBIAN -> wanted == NativePackage.GTK && hasWideTime() ? "libgtk-3-0t64" : wanted.debian();
            case FEDORA -> wanted.fedora();
            case ARCH -> wanted.arch();
            case SUSE -> wanted.suse();
            case OTHER -> "";
        };
    }

    /** The line that installs packages, as whoever runs this program has to type it; empty when nobody knows it. */
    String installLine(List<String> packages, Account account) {
        Family family = family();
        if (family == Family.OTHER || packages.isEmpty()) {
            return "";
        }
        String names = String.join(" ", packages);
        String sudo = account == Account.SUDOER ? "sudo " : "";
        String before = family.before.isEmpty() ? "" : sudo + family.before;
        String line = before + sudo + family.install + names;
        return account == Account.PLAIN ? "su -c '" + line + "'" : line;
    }

    private static Family named(String id) {
        return switch (id) {
            case "debian", "ubuntu" -> Family.DEBIAN;
            case "fedora", "rhel", "centos" -> Family.FEDORA;
            case "arch" -> Family.ARCH;
            case "suse", "opensuse", "opensuse-leap", "opensuse-tumbleweed", "sles" -> Family.SUSE;
            default -> Family.OTHER;
        };
    }

    /**
     * Debian 13 and Ubuntu 24.04 renamed the libraries whose interface changed with 64-bit time. Derivatives number
     * themselves otherwise; there the old name is right, because the new packages provide it.
     */
    private boolean hasWideTime() {
        return switch (id) {
            case "debian" -> version.isEmpty() || major() >= 13;
            case "ubuntu" -> version.isEmpty() || major() >= 24;
            default -> false;
        };
    }

    private int major() {
        int end = 0;
        while (end < version.length() && Character.isDigit(version.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(version.substring(0, Math.min(end, 6)));
    }
}
