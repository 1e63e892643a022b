package dev.dovetail.provisioner.gate;

import java.util.Set;

/**
 * What one repository may bring. The platform's packages and bundles are nobody's to bring, whatever a grant says.
 *
 * @param publisher who answers for the repository: bundles of one publisher may extend each other
 * @param bundles the names of bundles that are its own
 * @param carries the names of bundles of others that it may bring along
 * @param packages the packages that its own bundles may export
 * @param foreign packages that belong to other repositories, which no bundle it brings along may export
 * @param allows what else it may do
 */
public record Grant(
        String publisher,
        NamePatterns bundles,
        NamePatterns carries,
        NamePatterns packages,
        NamePatterns foreign,
        Set<Permission> allows) {

    /** Copies the set. */
    public Grant {
        allows = Set.copyOf(allows);
    }

    /**
     * For a repository that nobody set bounds to.
     *
     * @param publisher who answers for it
     * @return leave to bring everything but what is the platform's
     */
    public static Grant everything(String publisher) {
        return new Grant(
                publisher,
                NamePatterns.ALL,
                NamePatterns.NONE,
                NamePatterns.ALL,
                NamePatterns.NONE,
                Set.of(Permission.values()));
    }

    boolean allows(Permission permission) {
        return allows.contains(permission);
    }

    boolean owns(String bundle) {
        return bundles.match(bundle);
    }
}
