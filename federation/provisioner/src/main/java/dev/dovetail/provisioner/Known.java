package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.catalog.Catalog;
import dev.dovetail.provisioner.plan.Pins;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * What is known of the repositories.
 *
 * @param catalog what they offer, as far as it could be read and is believed
 * @param repositories each of them and how reading it went
 * @param validity how long what the signed ones said may be acted on
 * @param pins which features the person wants to stay in which versions
 * @param offers by the digest of a bundle that several of them offer, where they have it
 */
public record Known(
        Catalog catalog,
        List<RepositoryStatus> repositories,
        Map<URI, Validity> validity,
        Pins pins,
        Map<String, List<URI>> offers) {

    /** Copies the collections. */
    public Known {
        repositories = List.copyOf(repositories);
        validity = Map.copyOf(validity);
        offers = Map.copyOf(offers);
    }

    /**
     * Nothing is pinned, and no bundle is offered twice.
     *
     * @param catalog what they offer
     * @param repositories each of them and how reading it went
     * @param validity how long what the signed ones said may be acted on
     */
    public Known(Catalog catalog, List<RepositoryStatus> repositories, Map<URI, Validity> validity) {
        this(catalog, repositories, validity, Pins.NONE, Map.of());
    }

    /**
     * @param other what is known from elsewhere
     * @return the same repositories, with what is on offer elsewhere beside what they offer
     */
    public Known beside(Known other) {
        return new Known(catalog.beside(other.catalog), repositories, validity, pins, offers);
    }

    /** @return the repositories that could not be read */
    public List<RepositoryStatus> problems() {
        return repositories.stream().filter(status -> !status.reachable()).toList();
    }

    /** @return the repositories of which there is something to say, be it that they could not be read */
    public List<RepositoryStatus> remarkable() {
        return repositories.stream()
                .filter(status -> !status.detail().isEmpty())
                .toList();
    }
}
