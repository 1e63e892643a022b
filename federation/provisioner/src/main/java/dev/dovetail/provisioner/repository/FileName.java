package dev.dovetail.provisioner.repository;

import dev.dovetail.trust.metadata.Digests;
import dev.dovetail.trust.metadata.Root;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names that strangers chose, made fit for an address or a directory. */
final class FileName {

    private static final String PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~";
    private static final int LONGEST = 150;

    private FileName() {}

    /** Everything but letters, digits and {@code _.-~} as {@code %XX}: what an address has as one segment of its path. */
    static String quoted(String text) {
        StringBuilder quoted = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(b) >= 0) {
                quoted.append((char) b);
            } else {
                quoted.append(String.format(Locale.ROOT, "%%%02X", b));
            }
        }
        return quoted.toString();
    }

    /**
     * The quoted name, as long as a file can have it. Where file names don't tell upper from lower case, a role that
     * is called {@code ROOT} must not lie in the root's place. No quoted name begins with {@code %role}.
     */
    static String ofRole(String role) {
        String quoted = quoted(role);
        boolean disguised = !Root.isTopLevel(role)
                && Root.isTopLevel(role.toLowerCase(Locale.ROOT).strip());
        return disguised || quoted.length() > LONGEST
                ? "%role-"
                        + Digests.sha256(role.getBytes(StandardCharsets.UTF_8))
                                .sha256()
                                .orElseThrow()
                : quoted;
    }

    /** A target path as one file name; so no path leads out of the directory. */
    static String ofTarget(String path) {
        String quoted = quoted(path);
        return quoted.length() > LONGEST || quoted.matches("\\.*")
                ? "%target-"
                        + Digests.sha256(path.getBytes(StandardCharsets.UTF_8))
                                .sha256()
                                .orElseThrow()
                : quoted;
    }

    /** A target path as an address has it, with the digest before the last segment where files carry it. */
    static String address(String path, String prefix) {
        String[] segments = path.split("/", -1);
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            address.append(last ? prefix : "").append(quoted(segments[i])).append(last ? "" : "/");
        }
        return address.toString();
    }
}
