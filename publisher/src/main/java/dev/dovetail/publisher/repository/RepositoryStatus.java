package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.KeyFile;
import dev.dovetail.publisher.keys.KeyFolder;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Metadata;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How a repository stands: who may sign what, until when, and whose keys are here. Opens no key.
 *
 * @param name what it calls itself
 * @param fingerprint of its first root
 * @param bundles the names of its own bundles
 * @param carries the names of others that it brings along
 * @param roles root, targets, the teams, snapshot and timestamp
 * @param unused files of keys that sign nothing
 */
public record RepositoryStatus(
        String name,
        String fingerprint,
        List<String> bundles,
        List<String> carries,
        List<RoleStatus> roles,
        List<String> unused) {

    /** Copies the lists. */
    public RepositoryStatus {
        bundles = List.copyOf(bundles);
        carries = List.copyOf(carries);
        roles = List.copyOf(roles);
        unused = List.copyOf(unused);
    }

    /**
     * Looks at a repository.
     *
     * @param repository its folder
     * @param keys where its keys lie
     * @param now what time it is
     * @return how it stands
     * @throws PublishException when it can't be read
     */
    public static RepositoryStatus read(Path repository, KeyFolder keys, Instant now) throws PublishException {
        return of(new StateReader(repository).read(), keys.list(), Lifetimes.STANDARD, now);
    }

    static RepositoryStatus of(State state, List<KeyFile> files, Lifetimes lifetimes, Instant now) {
        Set<String> here = files.stream().map(file -> file.key().id()).collect(Collectors.toSet());
        Root root = state.root().content();
        List<RoleStatus> roles = new ArrayList<>();
        Describing describing = new Describing(here, lifetimes, now);
        roles.add(describing.role(Root.TYPE, root, root.role(Root.TYPE), List.of()));
        roles.add(describing.role(Targets.TYPE, state.targets(), root.role(Targets.TYPE), List.of()));
        for (DelegatedRole team : state.targets().delegations().roles()) {
            roles.add(describing.role(team.name(), state.offered(team), team.role(), texts(Teams.names(team))));
        }
        roles.add(describing.role(Snapshot.TYPE, state.snapshot(), root.role(Snapshot.TYPE), List.of()));
        roles.add(describing.role(Timestamp.TYPE, state.timestamp(), root.role(Timestamp.TYPE), List.of()));
        Set<String> used = roles.stream()
                .flatMap(role -> role.keys().stream())
                .map(RoleStatus.KeyStatus::id)
                .collect(Collectors.toSet());
        return new RepositoryStatus(
                state.charter().name(),
                state.fingerprint(),
                texts(state.charter().bundles()),
                texts(state.charter().carries()),
                roles,
                files.stream()
                        .filter(file -> !used.contains(file.key().id()))
                        .map(KeyFile::fileName)
                        .toList());
    }

    private static List<String> texts(List<NamePattern> patterns) {
        return patterns.stream().map(NamePattern::text).toList();
    }

    private record Describing(Set<String> here, Lifetimes lifetimes, Instant now) {

        RoleStatus role(String name, Metadata file, Role role, List<String> names) {
            return new RoleStatus(
                    name,
                    file.version(),
                    file.expires(),
                    role.threshold(),
                    role.keyIds().stream().map(id -> key(name, id)).toList(),
                    names,
                    lifetimes.endsSoon(name, file.expires(), now));
        }

        private RoleStatus.KeyStatus key(String name, String id) {
            return new RoleStatus.KeyStatus(id, name + "-" + id.substring(0, 8) + ".json", here.contains(id));
        }
    }

    /**
     * Finds a role.
     *
     * @param role its name
     * @return how it stands
     */
    public RoleStatus role(String role) {
        return roles.stream()
                .filter(status -> status.name().equals(role))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Expected a role, found: " + role));
    }

    /** @return those that should be signed anew soon, and are not by every refresh */
    public List<RoleStatus> endingSoon() {
        return roles.stream()
                .filter(role -> role.endsSoon() && !Renewal.always(role.name()))
                .toList();
    }
}
