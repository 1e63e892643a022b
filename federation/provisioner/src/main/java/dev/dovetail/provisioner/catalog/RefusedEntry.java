package dev.dovetail.provisioner.catalog;

import java.net.URI;
import java.util.List;

/**
 * Something in an index that is left out of the catalog.
 *
 * @param repository whose index it is
 * @param entry which bundle or feature, as well as it can be named
 * @param code the stable error code, {@code DT-<AREA>-nnn}
 * @param reason what was expected and what was found
 * @param provides what it would have provided, as far as it is known
 */
public record RefusedEntry(URI repository, String entry, String code, String reason, List<Clause> provides) {

    /** Copies the list. */
    public RefusedEntry {
        provides = List.copyOf(provides);
    }

    /**
     * One of which nothing more is known.
     *
     * @param repository whose index it is
     * @param entry which bundle or feature, as well as it can be named
     * @param code the stable error code, {@code DT-<AREA>-nnn}
     * @param reason what was expected and what was found
     */
    public RefusedEntry(URI repository, String entry, String code, String reason) {
        this(repository, entry, code, reason, List.of());
    }

    /**
     * A bundle that its repository may not bring.
     *
     * @param bundle which
     * @param code the stable error code, {@code DT-<AREA>-nnn}
     * @param reason what was expected and what was found
     * @return the entry
     */
    public static RefusedEntry of(IndexedBundle bundle, String code, String reason) {
        return new RefusedEntry(
                bundle.repository(),
                bundle.toString(),
                code,
                reason,
                bundle.capabilities().stream().map(IndexedCapability::clause).toList());
    }

    /**
     * One that can't be used, whoever signed it.
     *
     * @param repository whose index it is
     * @param entry which bundle or feature, as well as it can be named
     * @param reason what was expected and what was found
     */
    public RefusedEntry(URI repository, String entry, String reason) {
        this(repository, entry, "DT-FETCH-019", reason);
    }

    /** @return all of it in one line, for people */
    public String sentence() {
        return code + ": not taken from " + repository + ": " + entry + ": " + reason;
    }
}
