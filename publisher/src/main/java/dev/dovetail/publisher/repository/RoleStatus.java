package dev.dovetail.publisher.repository;

import java.time.Instant;
import java.util.List;

/**
 * How a role stands.
 *
 * @param name the role, or the team
 * @param version of its file
 * @param expires until when its file is believed
 * @param threshold how many keys must sign
 * @param keys all that may
 * @param names which bundles it may publish; none for others than teams
 * @param endsSoon whether it should be signed anew soon
 */
public record RoleStatus(
        String name,
        long version,
        Instant expires,
        int threshold,
        List<KeyStatus> keys,
        List<String> names,
        boolean endsSoon) {

    /** Copies the lists. */
    public RoleStatus {
        keys = List.copyOf(keys);
        names = List.copyOf(names);
    }

    /**
     * One key.
     *
     * @param id its id
     * @param file the name its file has
     * @param here whether the file is in the folder for keys
     */
    public record KeyStatus(String id, String file, boolean here) {}
}
