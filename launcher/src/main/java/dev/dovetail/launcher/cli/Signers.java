package dev.dovetail.launcher.cli;

import dev.dovetail.provisioner.catalog.FeatureReading;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.util.Optional;

/**
 * Tells who answers for a bundle.
 *
 * @param profile which repositories are trusted
 */
record Signers(Profile profile) {

    private Optional<Repository> repository(IndexedBundle bundle) {
        return profile.repositories().stream()
                .filter(repository -> repository.url().equals(bundle.repository()))
                .findFirst();
    }

    /** The repository's name; its address when it is not in the profile any more. */
    String name(IndexedBundle bundle) {
        return repository(bundle)
                .map(Repository::name)
                .orElse(bundle.repository().toString());
    }

    /** The fingerprint of the root that the bundle's signatures follow from; empty when it is not signed. */
    String root(IndexedBundle bundle) {
        return repository(bundle)
                .filter(Repository.Trusted.class::isInstance)
                .map(Repository.Trusted.class::cast)
                .map(trusted -> trusted.root().sha256())
                .orElse("");
    }

    /** The team that the feature bundle names, or empty. */
    static String team(IndexedBundle bundle) {
        return FeatureReading.of(bundle) instanceof FeatureReading.Described described
                ? described.feature().vendor()
                : "";
    }

    String words(IndexedBundle bundle) {
        String team = team(bundle);
        return (root(bundle).isEmpty() ? "not signed, from " : "signed by ")
                + name(bundle)
                + (team.isEmpty() ? "" : " (" + team + ")");
    }
}
