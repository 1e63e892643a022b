package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.metadata.Delegations;
import java.util.List;

/**
 * Takes a team's names away. What it published is no longer on offer; who has installed it keeps it.
 *
 * @param name which team
 */
record TeamRevocation(String name) implements Session.Drafting<List<String>> {

    @Override
    public Session.Drafted<List<String>> draft(State state, Draft draft, StateReader files) throws PublishException {
        if (state.team(name).isEmpty()) {
            throw unknown(state, name);
        }
        List<String> keys = state.role(name).keyIds();
        Delegations rest = Teams.without(state.targets().delegations(), name);
        // Its file stays listed in the snapshot: clients refuse a snapshot from which one has vanished.
        draft.targets(Teams.charter(state.charter(), rest, List.of()), rest);
        return Session.Drafted.of(keys, draft.finish());
    }

    static PublishException unknown(State state, String name) {
        return new PublishException(
                "DT-PUBLISH-050",
                "Expected a role of this repository, found \"" + name
                        + "\"; there are root, targets, snapshot, timestamp" + " and the teams "
                        + state.teams().keySet() + ".",
                "Give one of these.");
    }
}
