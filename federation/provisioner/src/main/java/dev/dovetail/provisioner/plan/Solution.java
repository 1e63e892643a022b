package dev.dovetail.provisioner.plan;

import java.util.List;
import java.util.Map;
import org.osgi.resource.Resource;
import org.osgi.resource.Wire;

/** What comes of a goal. */
sealed interface Solution {

    /**
     * The goal can be had.
     *
     * @param wires by requirer; the keys are all that takes part
     */
    record Wired(Map<Resource, List<Wire>> wires) implements Solution {}

    /**
     * The goal cannot be had.
     *
     * @param refusal why
     */
    record Impossible(Refusal refusal) implements Solution {}
}
