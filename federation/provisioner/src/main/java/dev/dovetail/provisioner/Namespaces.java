package dev.dovetail.provisioner;

import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Holds repositories to their namespaces: who may bring a bundle is decided by its name before any version is compared,
 * so that nobody takes a name over by a higher number. Pure.
 */
final class Namespaces {

    private final Map<URI, Repository> repositories = new HashMap<>();
    private final Map<URI, Set<IndexedBundle.Identity>> offers = new HashMap<>();
    private final Profile profile;

    private Namespaces(Profile profile, List<Index> indexes) {
        this.profile = profile;
        profile.repositories().forEach(repository -> repositories.put(repository.url(), repository));
        for (Index index : indexes) {
            Set<IndexedBundle.Identity> offered = offers.computeIfAbsent(index.url(), url -> new HashSet<>());
            index.bundles().forEach(bundle -> offered.add(bundle.identity()));
        }
    }

    /**
     * @param profile who may bring what
     * @param indexes what repositories offer
     * @return the same, with all refused that its repository may not bring
     */
    static List<Index> hold(Profile profile, List<Index> indexes) {
        Namespaces namespaces = new Namespaces(profile, indexes);
        return indexes.stream().map(namespaces::hold).toList();
    }

    private Index hold(Index index) {
        Repository repository = repositories.get(index.url());
        if (repository == null) {
            throw new IllegalArgumentException("Expected an index of the profile's, found one of " + index.url());
        }
        List<IndexedBundle> held = new ArrayList<>();
        List<RefusedEntry> refused = new ArrayList<>(index.refused());
        for (IndexedBundle bundle : index.bundles()) {
            Optional<Repository> owner = owner(bundle.bsn());
            Optional<String> reason = objection(repository, owner, bundle);
            reason.ifPresentOrElse(
                    why -> refused.add(RefusedEntry.of(bundle, "DT-TRUST-011", why)),
                    () -> held.add(bundle.ownedBy(owner.orElse(repository).url())));
        }
        return new Index(index.url(), held, refused);
    }

    private Optional<String> objection(Repository repository, Optional<Repository> owner, IndexedBundle bundle) {
        if (owner.isPresent()) {
            return owner.get().equals(repository) || isOfferedBy(owner.get(), bundle)
                    ? Optional.empty()
                    : Optional.of("expected it from " + owner.get().name() + ", whose name it is, found it in "
                            + repository.name());
        }
        boolean brings = repository instanceof Repository.Unsigned
                || repository.namespace().carries().match(bundle.bsn());
        return brings
                ? Optional.empty()
                : Optional.of("expected a name that " + repository.name() + " may bring ("
                        + repository.namespace().bundles() + "; carried: "
                        + repository.namespace().carries() + "), found " + bundle.bsn());
    }

    /** The very same bytes may come from anybody; it is the owner who answers for them. */
    private boolean isOfferedBy(Repository owner, IndexedBundle bundle) {
        return offers.getOrDefault(owner.url(), Set.of()).contains(bundle.identity());
    }

    private Optional<Repository> owner(String symbolicName) {
        return profile.repositories().stream()
                .filter(Repository.Trusted.class::isInstance)
                .filter(repository -> repository.namespace().bundles().match(symbolicName))
                .findFirst();
    }
}
