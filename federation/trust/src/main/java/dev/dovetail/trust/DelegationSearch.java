package dev.dovetail.trust;

import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.TargetFile;
import dev.dovetail.trust.metadata.Targets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Asks role after role for one target path: each before those that it delegates to, and those in their order
 * (specification, 5.6.7). No role is asked twice, so circles end.
 */
final class DelegationSearch {

    /** How many roles are asked for one path. */
    static final int MOST_ROLES = 64;

    private final Map<Delegation, Targets> verified;
    private final String path;
    private final Deque<Delegation> pending = new ArrayDeque<>();
    private final Set<String> asked = new HashSet<>();

    DelegationSearch(Map<Delegation, Targets> verified, String path) {
        this.verified = verified;
        this.path = path;
    }

    Search from(Root root) {
        pending.push(Delegation.ofTopLevel(root));
        while (!pending.isEmpty()) {
            Delegation next = pending.pop();
            if (asked.contains(next.role())) {
                continue;
            }
            if (asked.size() == MOST_ROLES) {
                break;
            }
            Targets targets = verified.get(next);
            if (targets == null) {
                return new Search.Wanted(next);
            }
            asked.add(next.role());
            TargetFile file = targets.targets().get(path);
            if (file != null) {
                return new Search.Found(file, next.role());
            }
            goOnBelow(next.role(), targets);
        }
        return Search.Ended.NOT_THERE;
    }

    /** A terminating role ends the search for its paths: whoever was still to be asked isn't any more. */
    private void goOnBelow(String delegator, Targets targets) {
        List<Delegation> below = new ArrayList<>();
        for (DelegatedRole role : targets.delegations().roles()) {
            if (!role.paths().contains(path)) {
                continue;
            }
            below.add(Delegation.of(delegator, role, targets.delegations()));
            if (role.terminating()) {
                pending.clear();
                break;
            }
        }
        for (int i = below.size() - 1; i >= 0; i--) {
            pending.push(below.get(i));
        }
    }
}
