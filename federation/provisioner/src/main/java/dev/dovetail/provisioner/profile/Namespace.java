package dev.dovetail.provisioner.profile;

import dev.dovetail.provisioner.gate.NamePatterns;
import dev.dovetail.provisioner.gate.Permission;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one repository may bring.
 *
 * @param bundles the names of bundles that are its own: no two repositories of a profile share one
 * @param carries names of bundles of others that it may bring along; never against whoever owns them
 * @param packages the packages that its own bundles may export
 * @param allows what else it may do
 */
public record Namespace(NamePatterns bundles, NamePatterns carries, NamePatterns packages, Set<Permission> allows) {

    /** Everything that isn't somebody else's. */
    public static final Namespace UNBOUNDED =
            new Namespace(NamePatterns.ALL, NamePatterns.NONE, NamePatterns.ALL, Set.of());

    /** Copies the set. */
    public Namespace {
        allows = Set.copyOf(allows);
    }

    /**
     * A namespace by what a repository says of itself: a bundle exports packages that begin with a bundle's name.
     *
     * @param bundles names and patterns of its own bundles
     * @param carries names and patterns of others' bundles
     * @return the namespace, with no further permissions
     */
    public static Namespace of(NamePatterns bundles, NamePatterns carries) {
        return new Namespace(bundles, carries, packages(bundles), Set.of());
    }

    private static NamePatterns packages(NamePatterns bundles) {
        Set<String> packages = new LinkedHashSet<>();
        for (String pattern : bundles.patterns()) {
            packages.add(pattern.endsWith(".*") ? pattern.substring(0, pattern.length() - 2) : pattern);
            packages.add(pattern.endsWith("*") ? pattern : pattern + ".*");
        }
        return new NamePatterns(List.copyOf(packages));
    }

    /**
     * @param more what else it may do
     * @return the same with these permissions
     */
    public Namespace allowing(Set<Permission> more) {
        return new Namespace(bundles, carries, packages, more);
    }

    /**
     * @param exported packages that its bundles may export
     * @return the same with these packages
     */
    public Namespace exporting(NamePatterns exported) {
        return new Namespace(bundles, carries, exported, allows);
    }

    /** What it claims for itself alone; to own everything claims nothing against others. */
    List<String> claimedPackages() {
        List<String> claimed = new ArrayList<>(packages.patterns());
        claimed.remove("*");
        return claimed;
    }
}
