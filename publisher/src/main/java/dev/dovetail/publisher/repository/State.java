package dev.dovetail.publisher.repository;

import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Signed;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a repository says at one moment, all signatures checked.
 *
 * @param fingerprint of its first root
 * @param charter what it says that it brings
 * @param root the newest root
 * @param timestamp the timestamp
 * @param snapshot the snapshot
 * @param targets which team may publish what
 * @param teams what each team offers, in the order in which they are asked
 */
record State(
        String fingerprint,
        Charter charter,
        Signed<Root> root,
        Timestamp timestamp,
        Snapshot snapshot,
        Targets targets,
        Map<String, Targets> teams) {

    State {
        teams = Collections.unmodifiableMap(new LinkedHashMap<>(teams));
    }

    /** The team that is asked for a path: the first of those that may have it, and nobody after it. */
    Optional<DelegatedRole> owner(String path) {
        return targets.delegations().roles().stream()
                .filter(role -> role.paths().contains(path))
                .findFirst();
    }

    Optional<DelegatedRole> team(String name) {
        return targets.delegations().role(name);
    }

    Targets offered(DelegatedRole team) {
        Targets offered = teams.get(team.name());
        if (offered == null) {
            throw new IllegalArgumentException("Expected a team of the repository, found: " + team.name());
        }
        return offered;
    }

    /** Everything that has ever been offered and still is, whoever is asked for it now. */
    Optional<TargetFile> published(String path) {
        return teams.values().stream()
                .map(Targets::targets)
                .filter(files -> files.containsKey(path))
                .map(files -> Optional.ofNullable(files.get(path)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    List<String> paths() {
        return teams.values().stream()
                .flatMap(team -> team.targets().keySet().stream())
                .filter(path -> path.startsWith("bundles/"))
                .toList();
    }

    /** Whose signatures a role's file needs. */
    Role role(String name) {
        return Root.isTopLevel(name)
                ? root.content().role(name)
                : team(name)
                        .map(DelegatedRole::role)
                        .orElseThrow(() -> new IllegalArgumentException("Expected a role, found: " + name));
    }
}
