package dev.dovetail.provisioner.catalog;

import java.net.URI;

/**
 * Something in an index that is left out of the catalog.
 *
 * @param repository whose index it is
 * @param entry which bundle or feature, as well as it can be named
 * @param reason what was expected and what was found
 */
public record RefusedEntry(URI repository, String entry, String reason) {}
