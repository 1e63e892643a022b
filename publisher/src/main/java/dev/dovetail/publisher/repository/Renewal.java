package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.failure.PublishException;
import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Header;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Snapshot;
import dev.dovetail.trust.metadata.Targets;
import dev.dovetail.trust.metadata.Timestamp;
import java.time.Instant;
import java.util.Set;

/**
 * Signs what is there anew, with later ends. The timestamp always, the snapshot when it is half over, others when they are
 * named.
 *
 * @param roles the others
 */
record Renewal(Set<String> roles) implements Session.Drafting<Instant> {

    Renewal {
        roles = Set.copyOf(roles);
    }

    @Override
    public Session.Drafted<Instant> draft(State state, Draft draft, StateReader files) throws PublishException {
        for (String role : roles) {
            if (!Root.isTopLevel(role) && state.team(role).isEmpty()) {
                throw TeamRevocation.unknown(state, role);
            }
        }
        if (roles.contains(Root.TYPE)) {
            Root root = state.root().content();
            Header header = draft.header(Root.TYPE, root.version() + 1);
            draft.root(new Root(
                    new Header(
                            header.specVersion(),
                            header.version(),
                            header.expires(),
                            root.header().extra()),
                    root.consistentSnapshot(),
                    root.keys(),
                    root.roles()));
        }
        if (roles.contains(Targets.TYPE)) {
            draft.targets(state.charter(), state.targets().delegations());
        }
        for (DelegatedRole team : state.targets().delegations().roles()) {
            if (roles.contains(team.name())) {
                draft.team(team, state.offered(team).targets());
            }
        }
        boolean rootAlone = roles.equals(Set.of(Root.TYPE));
        return Session.Drafted.of(
                rootAlone ? state.timestamp().expires() : draft.until(),
                rootAlone ? draft.finishRoot() : draft.finish());
    }

    /** What is renewed without being named. */
    static boolean always(String role) {
        return role.equals(Timestamp.TYPE) || role.equals(Snapshot.TYPE);
    }
}
