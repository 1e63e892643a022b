package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.catalog.Index;
import dev.dovetail.provisioner.profile.Profile;
import dev.dovetail.provisioner.repository.VerifiedRepository;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is found out about repositories, one after the other, in the profile's order. */
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

    Known known(Profile profile) {
        return new Known(Catalog.of(Namespaces.hold(profile, indexes)), statuses, validity, profile.pins());
    }
}
