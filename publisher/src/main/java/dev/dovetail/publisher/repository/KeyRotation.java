package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.publisher.keys.Keys;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Targets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Replaces the keys of a role by new ones, and signs anew what they have signed. Says which keys that were.
 *
 * @param name the role, or the team
 * @param only the beginning of the one key's id that is replaced; all of the role's without
 * @param keys where new ones are made
 */
record KeyRotation(String name, Optional<String> only, Keys keys) implements Session.Drafting<List<String>> {

    @Override
    public Session.Drafted<List<String>> draft(State state, Draft draft, StateReader files) throws PublishException {
        if (Root.isTopLevel(name)) {
            return topLevel(state, draft);
        }
        DelegatedRole team = state.team(name).orElseThrow(() -> TeamRevocation.unknown(state, name));
        List<String> old = replaced(team.role());
        Delegations teams = Teams.withKey(state.targets().delegations(), name, keys.generate(name));
        draft.targets(state.charter(), teams);
        draft.team(teams.role(name).orElseThrow(), state.offered(team).targets());
        return Session.Drafted.of(old, draft.finish());
    }

    private Session.Drafted<List<String>> topLevel(State state, Draft draft) throws PublishException {
        Root root = state.root().content();
        List<String> old = replaced(root.role(name));
        List<Key> fresh = new ArrayList<>();
        for (int i = 0; i < old.size(); i++) {
            fresh.add(keys.generate(name));
        }
        draft.root(next(root, draft.header(Root.TYPE, root.version() + 1), old, fresh));
        if (name.equals(Targets.TYPE)) {
            draft.targets(state.charter(), state.targets().delegations());
        }
        return Session.Drafted.of(old, name.equals(Root.TYPE) ? draft.finishRoot() : draft.finish());
    }

    private List<String> replaced(Role role) throws PublishException {
        List<String> old = role.keyIds().stream()
                .filter(id -> id.startsWith(only.orElse("")))
                .toList();
        if (old.isEmpty()) {
            throw new PublishException(
                    "DT-PUBLISH-051",
                    "Expected the beginning of a key's id of " + name + ", found " + only.orElse("") + "; it has "
                            + role.keyIds() + ".",
                    "See: dovetail repository keys DIR");
        }
        return old;
    }

    private Root next(Root root, Header header, List<String> old, List<Key> fresh) {
        Role before = root.role(name);
        List<String> ids = new ArrayList<>(before.keyIds());
        ids.removeAll(old);
        Map<String, Key> all = new LinkedHashMap<>(root.keys());
        for (Key key : fresh) {
            ids.add(key.id());
            all.put(key.id(), key);
        }
        Map<String, Role> roles = new LinkedHashMap<>(root.roles());
        roles.put(name, new Role(ids, before.threshold(), before.extra()));
        all.keySet().removeIf(id -> roles.values().stream()
                .noneMatch(role -> role.keyIds().contains(id)));
        Header kept = new Header(
                header.specVersion(),
                header.version(),
                header.expires(),
                root.header().extra());
        return new Root(kept, root.consistentSnapshot(), all, roles);
    }
}
