package dev.dovetail.provisioner.repository;

import java.util.Map;

/**
 * What a search among the files of a repository found.
 *
 * @param repository the repository, with the metadata that had to be taken on the way
 * @param targets by target path; a path that nobody describes is missing
 */
public record Findings(VerifiedRepository repository, Map<String, Target> targets) {

    /** Copies the map. */
    public Findings {
        targets = Map.copyOf(targets);
    }
}
