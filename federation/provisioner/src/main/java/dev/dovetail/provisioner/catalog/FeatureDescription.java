package dev.dovetail.provisioner.catalog;

import dev.dovetail.federation.Contribution;
import java.util.List;
import java.util.Optional;

/**
 * A feature in one version, as its feature bundle's capabilities describe it.
 *
 * @param id the feature
 * @param title what people read
 * @param description one sentence, or empty
 * @param icon the name of a Feather icon
 * @param vendor the team that answers for it, or empty
 * @param exclusive whether two of its versions can't run at the same time
 * @param contributions what it adds to the shell: views by order and title, then commands by title
 * @param mandate what its publisher says of when it must be in, if anything
 * @param bundle its feature bundle, whose version is the feature's
 */
public record FeatureDescription(
        String id,
        String title,
        String description,
        String icon,
        String vendor,
        boolean exclusive,
        List<Contribution> contributions,
        Optional<Mandate> mandate,
        IndexedBundle bundle) {

    /** Copies the list. */
    public FeatureDescription {
        contributions = List.copyOf(contributions);
    }
}
