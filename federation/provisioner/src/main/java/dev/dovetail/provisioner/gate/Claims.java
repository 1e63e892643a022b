package dev.dovetail.provisioner.gate;

import java.util.Set;

/**
 * What is said of a jar before it is opened, and what whoever sent it may do. The gate holds the jar to it.
 *
 * @param symbolicName the name it must have, or empty for any
 * @param version the version it must have, or empty for any
 * @param unpackedSize what its entries must come to, unpacked, or {@link #UNKNOWN}
 * @param neighbours names of other bundles, none of which it may differ from by case alone
 * @param grant what its repository may bring
 * @param reserved what is the platform's
 */
public record Claims(
        String symbolicName,
        String version,
        long unpackedSize,
        Set<String> neighbours,
        Grant grant,
        Reserved reserved) {

    /** Nobody said how large it is unpacked. */
    public static final long UNKNOWN = -1;

    /** Copies the set. */
    public Claims {
        neighbours = Set.copyOf(neighbours);
    }

    /**
     * For a jar of which nothing is known yet, as before it is published.
     *
     * @param grant what may be in it
     * @param reserved what is the platform's
     * @return claims that expect nothing in particular
     */
    public static Claims none(Grant grant, Reserved reserved) {
        return new Claims("", "", UNKNOWN, Set.of(), grant, reserved);
    }

    /** Where a message says that something was found. */
    String where() {
        return symbolicName.isEmpty() ? "the jar" : (symbolicName + " " + version).strip();
    }
}
