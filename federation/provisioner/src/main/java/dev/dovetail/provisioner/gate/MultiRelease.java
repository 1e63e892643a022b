package dev.dovetail.provisioner.gate;

import java.util.List;

/**
 * What stands under {@code META-INF/versions/}: classes and resources for newer releases of Java, which take the place of
 * those above, and manifests that take the place of imports and requirements. All of it is judged like the rest, for every
 * release at once; what readers would look for in different places is refused.
 */
final class MultiRelease {

    static final String VERSIONS = "META-INF/versions/";
    private static final String MANIFEST = "OSGI-INF/MANIFEST.MF";
    private static final int FIRST = 9;
    private static final int DIGITS = 3;

    private MultiRelease() {}

    static void judge(List<Entry> entries, Findings findings) {
        for (Entry entry : entries) {
            String name = entry.name();
            if (name.startsWith(VERSIONS) && !name.equals(VERSIONS) && !isWellPlaced(name)) {
                findings.expected(
                        Rule.MULTI_RELEASE, "META-INF/versions/N/ with N from 9 up, and no META-INF in it", name);
            }
        }
    }

    private static boolean isWellPlaced(String name) {
        int slash = name.indexOf('/', VERSIONS.length());
        String release = name.substring(VERSIONS.length(), Math.max(slash, VERSIONS.length()));
        boolean number = !release.isEmpty()
                && release.length() <= DIGITS
                && release.charAt(0) != '0'
                && release.chars().allMatch(c -> c >= '0' && c <= '9');
        String rest = name.substring(slash + 1);
        return number
                && Integer.parseInt(release) >= FIRST
                && (!rest.startsWith("META-INF/") || rest.equals("META-INF/"));
    }

    static boolean isManifest(Entry entry) {
        return entry.name().startsWith(VERSIONS) && withoutRelease(entry.name()).equals(MANIFEST);
    }

    /** The path whose place it takes; the same if it is for all releases. */
    static String withoutRelease(String name) {
        int slash = name.startsWith(VERSIONS) ? name.indexOf('/', VERSIONS.length()) : -1;
        return slash < 0 ? name : name.substring(slash + 1);
    }
}
