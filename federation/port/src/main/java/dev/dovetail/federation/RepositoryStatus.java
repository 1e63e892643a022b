package dev.dovetail.federation;

import java.net.URI;

/**
 * A repository and how the last reading of it went.
 *
 * @param url where it is
 * @param reachable whether it answered with a readable index
 * @param problem why not, or empty
 */
public record RepositoryStatus(URI url, boolean reachable, String problem) {}
