package dev.dovetail.provisioner.apply;

import java.util.Set;

/**
 * What is in the framework at one moment.
 *
 * @param bundles the digests of the bundles in it
 * @param started the digests of those that are started
 */
public record Running(Set<String> bundles, Set<String> started) {

    /** Copies the sets. */
    public Running {
        bundles = Set.copyOf(bundles);
        started = Set.copyOf(started);
    }
}
