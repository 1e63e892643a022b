package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.index.IndexEntry;
import dev.dovetail.publisher.index.TeamIndex;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.TargetFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Gives names to a new team. Bundles of these names that another team has published so far come with them.
 *
 * @param name what the team is called
 * @param key its key
 * @param bundles names of its own bundles
 * @param carries names of others' bundles that it brings along
 */
record TeamAddition(String name, Key key, List<NamePattern> bundles, List<NamePattern> carries)
        implements Session.Drafting<List<String>> {

    @Override
    public Session.Drafted<List<String>> draft(State state, Draft draft, StateReader files) throws PublishException {
        List<NamePattern> names = new ArrayList<>(bundles);
        names.addAll(carries);
        Delegations teams = Teams.with(state.targets().delegations(), name, key, names);
        draft.targets(Teams.charter(state.charter(), teams, carries), teams);
        DelegatedRole added = teams.role(name).orElseThrow();
        List<IndexEntry> moved = new ArrayList<>();
        Map<String, TargetFile> targets = new TreeMap<>();
        for (DelegatedRole other : state.targets().delegations().roles()) {
            moved.addAll(handedOver(state, draft, files, other, added, targets));
        }
        draft.team(added, new TeamIndex(name, moved), targets);
        return Session.Drafted.of(
                moved.stream().map(entry -> entry.bsn() + " " + entry.version()).toList(), draft.finish());
    }

    private static List<IndexEntry> handedOver(
            State state,
            Draft draft,
            StateReader files,
            DelegatedRole other,
            DelegatedRole added,
            Map<String, TargetFile> targets)
            throws PublishException {
        Map<String, TargetFile> theirs = new TreeMap<>(state.offered(other).targets());
        Optional<TargetFile> index = Optional.ofNullable(theirs.remove(Layout.index(other.name())));
        if (index.isEmpty() || theirs.keySet().stream().noneMatch(path -> moves(state, other, added, path))) {
            return List.of();
        }
        List<IndexEntry> moved = new ArrayList<>();
        List<IndexEntry> stay = new ArrayList<>();
        TeamIndex.read(other.name(), files.target(Layout.index(other.name()), index.get()))
                .forEach(entry -> (moves(state, other, added, entry.path()) ? moved : stay).add(entry));
        for (IndexEntry entry : moved) {
            Optional.ofNullable(theirs.remove(entry.path())).ifPresent(file -> targets.put(entry.path(), file));
        }
        draft.team(other, new TeamIndex(other.name(), stay), theirs);
        return moved;
    }

    private static boolean moves(State state, DelegatedRole other, DelegatedRole added, String path) {
        return added.paths().contains(path)
                && state.owner(path).filter(other::equals).isPresent();
    }
}
