package dev.dovetail.provisioner.generation;

import dev.dovetail.federation.Contribution;
import java.net.URI;
import java.util.List;
import org.osgi.framework.Version;

/**
 * One feature of a generation, with all that the shell shows of it before it runs.
 *
 * @param id the feature
 * @param version the version of its feature bundle
 * @param title what people read
 * @param description one sentence, or empty
 * @param icon the name of a Feather icon
 * @param vendor the team that answers for it, or empty
 * @param exclusive whether two of its versions can't run at the same time
 * @param repository the repository it came from
 * @param bundle the digest of its feature bundle
 * @param closure the digests of all bundles it needs to run, itself included; providers before users
 * @param contributions what it adds to the shell
 */
public record LockedFeature(
        String id,
        String version,
        String title,
        String description,
        String icon,
        String vendor,
        boolean exclusive,
        URI repository,
        String bundle,
        List<String> closure,
        List<Contribution> contributions) {

    /** Copies the lists and checks the form. */
    public LockedFeature {
        Version.parseVersion(version);
        closure = List.copyOf(closure);
        contributions = List.copyOf(contributions);
        if (!closure.contains(bundle)) {
            throw new IllegalArgumentException(
                    "Expected the feature bundle of " + id + " in its own closure, found: " + closure);
        }
    }

    /** @return whether it has anything to show */
    public boolean hasViews() {
        return contributions.stream().anyMatch(Contribution.View.class::isInstance);
    }
}
