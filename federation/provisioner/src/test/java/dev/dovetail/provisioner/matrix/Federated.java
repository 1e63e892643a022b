package dev.dovetail.provisioner.matrix;

import dev.dovetail.provisioner.plan.BundlePair;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One case: what is offered and asked for, step by step, and what comes of it.
 *
 * @param name what is shown
 * @param steps in their order; what was offered stays on offer
 * @param wires who then gets which package from whom
 * @param refusal the code of what the last step is refused with, or nothing
 */
record Federated(String name, List<Step> steps, Set<String> wires, String refusal) {

    /**
     * @param offered is offered from now on
     * @param feature is installed then
     */
    record Step(List<BundlePair> offered, String feature) {}

    static Federated of(String name) {
        return new Federated(name, List.of(), Set.of(), "");
    }

    Federated offering(String feature, BundlePair... offered) {
        List<Step> more = new ArrayList<>(steps);
        more.add(new Step(List.of(offered), feature));
        return new Federated(name, List.copyOf(more), wires, refusal);
    }

    /** Each as {@code user <- package <- provider}, names with their versions. */
    Federated wires(String... expected) {
        return new Federated(name, steps, new TreeSet<>(Arrays.asList(expected)), refusal);
    }

    Federated refused(String code) {
        return new Federated(name, steps, wires, code);
    }

    static BundlePair lib(String version) {
        return new BundlePair("lib", version).exports("lib", version);
    }

    static BundlePair feature(String id) {
        return new BundlePair(id, "1.0.0", true);
    }

    static BundlePair bundle(String name, String version) {
        return new BundlePair(name, version);
    }

    @Override
    public String toString() {
        return name;
    }
}
