package dev.dovetail.trust;

import dev.dovetail.trust.metadata.DelegatedRole;
import dev.dovetail.trust.metadata.Delegations;
import dev.dovetail.trust.metadata.Key;
import dev.dovetail.trust.metadata.Role;
import dev.dovetail.trust.metadata.Root;
import dev.dovetail.trust.metadata.Targets;
import java.util.Map;

/**
 * One role's word that another one may describe files, and by whose signatures. Two roles may delegate to the same third
 * one with different keys: each delegation is verified for itself, so what was verified for one is not believed for the
 * other.
 */
public final class Delegation {

    private final Terms terms;

    private Delegation(Terms terms) {
        this.terms = terms;
    }

    private record Terms(String delegator, String role, Role signers, Map<String, Key> keys) {}

    static Delegation ofTopLevel(Root root) {
        return new Delegation(new Terms(Root.TYPE, Targets.TYPE, root.role(Targets.TYPE), root.keys()));
    }

    static Delegation of(String delegator, DelegatedRole role, Delegations delegations) {
        return new Delegation(new Terms(delegator, role.name(), role.role(), delegations.keys()));
    }

    /** @return who delegates: {@code root}, or a targets role */
    public String delegator() {
        return terms.delegator;
    }

    /** @return the role that may describe files; its file is {@code <role>.json} */
    public String role() {
        return terms.role;
    }

    Role signers() {
        return terms.signers;
    }

    Map<String, Key> keys() {
        return terms.keys;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Delegation delegation && terms.equals(delegation.terms);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    @Override
    public String toString() {
        return terms.delegator + " → " + terms.role;
    }
}
