package dev.dovetail.provisioner.profile;

import java.net.URI;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the person wants.
 *
 * @param repositories the repositories to look into, in order of preference
 */
public record Profile(List<URI> repositories) {

    /** No repository yet. */
    public static final Profile EMPTY = new Profile(List.of());

    /** Copies the list. */
    public Profile {
        repositories = List.copyOf(repositories);
    }

    /**
     * @param more repositories
     * @return this profile with those of them that it lacks, behind its own
     */
    public Profile with(Collection<URI> more) {
        Set<URI> all = new LinkedHashSet<>(repositories);
        all.addAll(more);
        return new Profile(List.copyOf(all));
    }
}
