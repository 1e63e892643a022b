package dev.dovetail.provisioner.catalog;

import java.net.URI;

/**
 * Something in an index that is left out of the catalog.
 *
 * @param repository whose index it is
 * @param entry which bundle or feature, as well as it can be named
 * @param code the stable error code, {@code DT-<AREA>-nnn}
 * @param reason what was expected and what was found
 */
public record RefusedEntry(URI repository, String entry, String code, String reason) {

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
