package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.PathSet;
import dev.dovetail.trust.metadata.Role;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which team may publish which names. Teams are asked in order and the first that may is the last asked. */
final class Teams {

    private Teams() {}

    /** A team among the others: before those with wider patterns, behind those with narrower ones. */
    static Delegations with(Delegations others, String name, Key key, List<NamePattern> names) throws PublishException {
        if (others.role(name).isPresent()) {
            throw new PublishException(
                    "DT-PUBLISH-048",
                    "Expected a new team, found that there is a team " + name + " already.",
                    "Choose another name, or replace its key with: rotate " + name);
        }
        Map<String, Key> keys = new LinkedHashMap<>(others.keys());
        keys.put(key.id(), key);
        List<DelegatedRole> roles = new ArrayList<>(others.roles());
        roles.add(
                place(roles, names),
                new DelegatedRole(name, Role.of(List.of(key.id()), 1), true, PathSet.patterns(paths(name, names))));
        return new Delegations(keys, roles, others.extra());
    }

    private static List<String> paths(String team, List<NamePattern> names) {
        List<String> paths = new ArrayList<>();
        paths.add(Layout.index(team));
        names.forEach(name -> paths.add(name.path()));
        return paths;
    }

    private static int place(List<DelegatedRole> roles, List<NamePattern> names) throws PublishException {
        int earliest = 0;
        int latest = roles.size();
        for (int i = 0; i < roles.size(); i++) {
            for (NamePattern theirs : names(roles.get(i))) {
                for (NamePattern name : names) {
                    if (name.equals(theirs)) {
                        throw taken(roles.get(i), name);
                    }
                    latest = theirs.covers(name) ? Math.min(latest, i) : latest;
                    earliest = name.covers(theirs) ? Math.max(earliest, i + 1) : earliest;
                }
            }
        }
        if (earliest > latest) {
            throw taken(roles.get(earliest - 1), names.get(0));
        }
        return latest;
    }

    private static PublishException taken(DelegatedRole team, NamePattern name) {
        return new PublishException(
                "DT-PUBLISH-049",
                "Expected names that are free or narrower than another team's, found " + name + ": team " + team.name()
                        + " has " + names(team) + ".",
                "Give this team other names, or revoke that team first.");
    }

    /** The names a team may publish. */
    static List<NamePattern> names(DelegatedRole team) {
        return team.paths() instanceof PathSet.Patterns paths
                ? paths.patterns().stream()
                        .map(path -> NamePattern.ofPath(path.pattern()))
                        .flatMap(Optional::stream)
                        .toList()
                : List.of();
    }

    static Delegations without(Delegations all, String name) {
        List<DelegatedRole> roles =
                all.roles().stream().filter(role -> !role.name().equals(name)).toList();
        return new Delegations(used(all.keys(), roles), roles, all.extra());
    }

    static Delegations withKey(Delegations all, String name, Key key) {
        List<DelegatedRole> roles = all.roles().stream()
                .map(role -> role.name().equals(name) ? rekeyed(role, key) : role)
                .toList();
        Map<String, Key> keys = new LinkedHashMap<>(all.keys());
        keys.put(key.id(), key);
        return new Delegations(used(keys, roles), roles, all.extra());
    }

    private static DelegatedRole rekeyed(DelegatedRole role, Key key) {
        return new DelegatedRole(
                role.name(), new Role(List.of(key.id()), 1, role.role().extra()), role.terminating(), role.paths());
    }

    private static Map<String, Key> used(Map<String, Key> keys, List<DelegatedRole> roles) {
        Map<String, Key> used = new LinkedHashMap<>(keys);
        used.keySet().removeIf(id -> roles.stream()
                .noneMatch(role -> role.role().keyIds().contains(id)));
        return used;
    }

    /** What a repository with these teams says that it brings. */
    static Charter charter(Charter before, Delegations teams, List<NamePattern> carried) {
        List<NamePattern> own = new ArrayList<>();
        List<NamePattern> carries = new ArrayList<>();
        for (DelegatedRole team : teams.roles()) {
            for (NamePattern name : names(team)) {
                boolean foreign = before.carries().contains(name) || carried.contains(name);
                (foreign ? carries : own).add(name);
            }
        }
        return new Charter(before.name(), own, carries);
    }
}
