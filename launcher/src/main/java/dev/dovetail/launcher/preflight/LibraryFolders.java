package dev.dovetail.launcher.preflight;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks for native libraries where the dynamic linker does. Reads folders instead of asking {@code ldconfig -p}: a few
 * dozen looks are quicker than a new process, and {@code ldconfig} is not on every user's path.
 */
record LibraryFolders(Root root, Map<String, String> environment, String arch) {

    Set<Library> present() {
        Set<Library> found = EnumSet.noneOf(Library.class);
        collect(found, usual());
        if (found.size() < Library.values().length) {
            collect(found, configured("/etc/ld.so.conf"));
        }
        return found;
    }

    private void collect(Set<Library> found, List<String> folders) {
        for (Library library : Library.values()) {
            for (int i = 0; i < folders.size() && !found.contains(library); i++) {
                if (root.has(folders.get(i) + "/" + library.soname())) {
                    found.add(library);
                }
            }
        }
    }

    private List<String> usual() {
        String triplet = (arch.equals("amd64") ? "x86_64" : arch) + "-linux-gnu";
        List<String> folders =
                new ArrayList<>(List.of("/usr/lib/" + triplet, "/lib/" + triplet, "/usr/lib64", "/lib64"));
        for (String folder : environment.getOrDefault("LD_LIBRARY_PATH", "").split(":", -1)) {
            if (folder.startsWith("/")) {
                folders.add(folder);
            }
        }
        // Where lib64 is a folder of its own, lib is that of the 32-bit libraries.
        if (!root.isRealFolder("/usr/lib64")) {
            folders.add("/usr/lib");
            folders.add("/lib");
        }
        return folders;
    }

    private List<String> configured(String file) {
        List<String> folders = new ArrayList<>();
        for (String line : root.read(file).split("\n", -1)) {
            String entry = line.trim();
            if (entry.startsWith("/")) {
                folders.add(entry);
            } else if (entry.startsWith("include ") && file.equals("/etc/ld.so.conf")) {
                folders.addAll(included(entry.substring("include ".length()).trim()));
            }
        }
        return folders;
    }

    /** Distributions include {@code ld.so.conf.d/*.conf} and nothing else, so every file of that folder is read. */
    private List<String> included(String pattern) {
        String folder = pattern.startsWith("/") ? pattern : "/etc/" + pattern;
        List<String> folders = new ArrayList<>();
        for (String file : root.list(folder.substring(0, folder.lastIndexOf('/')))) {
            if (file.endsWith(".conf")) {
                folders.addAll(configured(file));
            }
        }
        return folders;
    }
}
