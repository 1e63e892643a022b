package dev.dovetail.provisioner.gate;

import java.util.Set;

/**
 * What is the platform's alone.
 *
 * @param packages the packages that it exports
 * @param bundles the names of its bundles
 */
public record Reserved(Set<String> packages, Set<String> bundles) {

    /** Packages that would be the platform's even if it did not export them. */
    private static final NamePatterns ALWAYS = NamePatterns.of(
            "java.*", "javafx.*", "org.osgi.framework", "org.osgi.framework.*", "dev.dovetail", "dev.dovetail.*");

    /** With these, code reaches into other bundles, or into the whole process. */
    private static final NamePatterns HIDDEN = NamePatterns.of(
            "org.osgi.framework.hooks.*",
            "org.osgi.framework.connect",
            "org.osgi.framework.launch",
            "org.osgi.service.url",
            "org.osgi.service.condpermadmin",
            "org.osgi.service.permissionadmin");

    /** Copies the sets. */
    public Reserved {
        packages = Set.copyOf(packages);
        bundles = Set.copyOf(bundles);
    }

    /**
     * @param packageName a package
     * @return whether nobody but the platform may export it
     */
    public boolean covers(String packageName) {
        return packages.contains(packageName) || ALWAYS.match(packageName);
    }

    /**
     * @param packageName a package
     * @return whether only the platform's own bundles may see it
     */
    public static boolean hides(String packageName) {
        return HIDDEN.match(packageName);
    }
}
