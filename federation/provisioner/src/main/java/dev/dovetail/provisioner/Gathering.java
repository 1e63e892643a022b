package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.profile.Repository;
import dev.dovetail.provisioner.repository.VerifiedRepository;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is found out about repositories, in the profile's order. One thread at a time. */
final class Gathering {

    private final List<Index> indexes = new ArrayList<>();
    private final List<RepositoryStatus> statuses = new ArrayList<>();
    private final Map<URI, Validity> validity = new HashMap<>();

    void offers(Index index) {
        indexes.add(index);
    }

    void status(RepositoryStatus status) {
        statuses.add(status);
    }

    void holds(URI repository, VerifiedRepository verified) {
        validity.put(repository, new Validity(verified.verifiedAt(), verified.validUntil()));
    }

    /** What is known before anybody was asked: nothing. */
    static Known unasked(Profile profile) {
        Gathering nothing = new Gathering();
        for (Repository repository : profile.repositories()) {
            boolean signed = repository instanceof Repository.Trusted;
            nothing.status(new RepositoryStatus(repository.url(), signed, RepositoryStatus.State.UNASKED, ""));
        }
        return nothing.known(profile);
    }

    /** Adds what was found out beside it. */
    Gathering with(Gathering other) {
        indexes.addAll(other.indexes);
        statuses.addAll(other.statuses);
        validity.putAll(other.validity);
        return this;
    }

    /** @return whether anything is known to be on offer */
    boolean offersAnything() {
        return !indexes.isEmpty();
    }

    /** @return whether all that were asked answered, and are believed */
    boolean connected() {
        return statuses.stream().allMatch(status -> status.state() == RepositoryStatus.State.CONNECTED);
    }

    /** The same offer of a repository that is being asked for a newer one. */
    Gathering asking() {
        Gathering asking = new Gathering();
        asking.indexes.addAll(indexes);
        asking.validity.putAll(validity);
        for (RepositoryStatus status : statuses) {
            asking.status(new RepositoryStatus(status.url(), status.signed(), RepositoryStatus.State.ASKING, ""));
        }
        return asking;
    }

    Known known(Profile profile) {
        return new Known(
                Catalog.of(Namespaces.hold(profile, indexes)), statuses, validity, profile.pins(), offeredTwice());
    }

    /** The same bytes, wherever they come from: it is their digest that is believed. */
    private Map<String, List<URI>> offeredTwice() {
        Map<String, List<URI>> places = new HashMap<>();
        if (indexes.size() > 1) {
            for (Index index : indexes) {
                index.bundles().forEach(bundle -> places.computeIfAbsent(bundle.sha256(), sha -> new ArrayList<>(1))
                        .add(bundle.url()));
            }
            places.values().removeIf(urls -> urls.size() < 2);
        }
        return places;
    }
}
