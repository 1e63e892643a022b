package dev.dovetail.provisioner;

import dev.dovetail.federation.RepositoryStatus;
import dev.dovetail.provisioner.catalog.Catalog;
import java.util.List;

/**
 * What is known of the repositories.
 *
 * @param catalog what they offer, as far as it could be read
 * @param repositories each of them and whether it could be read
 */
public record Known(Catalog catalog, List<RepositoryStatus> repositories) {

    /** Copies the list. */
    public Known {
        repositories = List.copyOf(repositories);
    }

    /** @return the repositories that could not be read */
    public List<RepositoryStatus> problems() {
        return repositories.stream().filter(status -> !status.reachable()).toList();
    }
}
