package dev.dovetail.provisioner.fetch;

import dev.dovetail.provisioner.store.Content;
import java.net.URI;
import java.util.List;

/**
 * A file to be downloaded.
 *
 * @param content what its bytes must be
 * @param sources where it is, the first before all others
 */
public record Wanted(Content content, List<URI> sources) {

    /** Copies the list, which has at least one source. */
    public Wanted {
        sources = sources.stream().distinct().toList();
        if (sources.isEmpty()) {
            throw new IllegalArgumentException("Expected a source of " + content + ", found none");
        }
    }
}
