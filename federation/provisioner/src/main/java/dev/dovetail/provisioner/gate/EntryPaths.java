package dev.dovetail.provisioner.gate;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The names of an archive's entries: paths that every operating system takes for the same place inside the archive, and no
 * two for one place.
 */
final class EntryPaths {

    static final String MANIFEST = "META-INF/MANIFEST.MF";

    private static final int FILE_TYPE = 0xF000;
    /** Pipe, character device, block device, symbolic link, socket. */
    private static final Set<Integer> SPECIAL = Set.of(0x1000, 0x2000, 0x6000, 0xA000, 0xC000);

    private final Findings findings;
    private final Map<String, String> seen = new HashMap<>();
    private final Set<String> directories = new HashSet<>();
    private String last = "";

    EntryPaths(Findings findings) {
        this.findings = findings;
    }

    void judge(List<Entry> entries) {
        for (Entry entry : entries) {
            if (enterDirectory(entry.name()) && endsPlainly(entry)) {
                judge(entry);
            } else {
                findings.expected(Rule.PATH, "paths that stay inside the bundle on every system", entry.name());
            }
        }
        seen.values().stream().filter(directories::contains).forEach(this::duplicate);
    }

    private void judge(Entry entry) {
        if (SPECIAL.contains(entry.mode() & FILE_TYPE)) {
            findings.expected(Rule.SPECIAL_FILE, "files and directories only", entry.name());
        }
        if (entry.isDirectory() && entry.size() > 0) {
            findings.expected(Rule.SPECIAL_FILE, "directories without content", entry.name());
        }
        if (seen.putIfAbsent(entry.isClass() ? entry.name() : folded(entry.name()), entry.name()) != null) {
            duplicate(entry.name());
        }
    }

    /** Says whether the way down to an entry is plain. Most entries lie beside the one before them. */
    private boolean enterDirectory(String name) {
        int slash = name.lastIndexOf('/');
        if (slash < 0 || (slash > 0 && slash == last.length() && name.startsWith(last))) {
            return true;
        }
        String directory = name.substring(0, slash);
        if (!directories.contains(directory)) {
            if (!enterDirectory(directory)
                    || !PathForm.isPlainStep(directory.substring(directory.lastIndexOf('/') + 1))
                    || (directory.indexOf('/') < 0 && !PathForm.isPlainRoot(directory))) {
                return false;
            }
            directories.add(directory);
        }
        last = directory;
        return true;
    }

    /** What stands behind the last slash; a directory's own name was looked at as the way down to it. */
    private static boolean endsPlainly(Entry entry) {
        return entry.isDirectory()
                || PathForm.isPlainStep(entry.name().substring(entry.name().lastIndexOf('/') + 1));
    }

    /** Told apart as Windows and macOS do; but classes are not, which nobody unpacks. */
    private static String folded(String path) {
        for (int i = 0; i < path.length(); i++) {
            if (path.charAt(i) > '~') {
                return Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
            }
        }
        return path.toLowerCase(Locale.ROOT);
    }

    private void duplicate(String path) {
        findings.expected(Rule.DUPLICATE, "every entry once, even where upper and lower case are the same", path);
    }
}
