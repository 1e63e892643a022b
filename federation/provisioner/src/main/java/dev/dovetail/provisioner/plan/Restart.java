package dev.dovetail.provisioner.plan;

import java.util.List;
import org.osgi.framework.Version;

/**
 * An installed feature that does not simply go on running.
 *
 * @param featureId the feature
 * @param from its version before
 * @param to its version afterwards; the same when only what it uses moves
 * @param moves what moves under it, in the order of names; empty when it is only replaced itself
 */
public record Restart(String featureId, Version from, Version to, List<Move> moves) {

    /** Copies the list. */
    public Restart {
        moves = List.copyOf(moves);
    }

    /** @return whether a new version takes its place */
    public boolean replaced() {
        return !from.equals(to);
    }

    /**
     * Something that a bundle gets from another bundle than before.
     *
     * @param user the bundle, name and version
     * @param namespace what kind of thing
     * @param name which one
     * @param from who provided it, or empty
     * @param to who provides it afterwards, or empty
     */
    public record Move(String user, String namespace, String name, String from, String to) {}
}
