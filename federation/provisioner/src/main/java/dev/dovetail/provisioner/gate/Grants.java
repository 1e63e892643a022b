package dev.dovetail.provisioner.gate;

import java.net.URI;

/** Says what a repository may bring, bundle by bundle. */
@FunctionalInterface
public interface Grants {

    /**
     * @param repository the address of a repository
     * @param bundle the name of a bundle that it brings
     * @return its grant for that bundle
     */
    Grant of(URI repository, String bundle);

    /** @return for repositories that nobody set bounds to: each may bring everything, and is a publisher of its own */
    static Grants unbounded() {
        return (repository, bundle) -> Grant.everything(repository.toString());
    }
}
