package dev.dovetail.publisher.repository;

import dev.dovetail.publisher.jar.BundleJar;
import java.time.Instant;
import java.util.List;

/**
 * What publishing did.
 *
 * @param published what is new
 * @param unchanged what was there already, byte for byte
 * @param mandated feature bundles, new or not, of which was said when they must be in, or that they needn't
 * @param until when the repository must be refreshed, at the latest
 */
public record Release(List<Published> published, List<Published> unchanged, List<Published> mandated, Instant until) {

    /** Copies the lists. */
    public Release {
        published = List.copyOf(published);
        unchanged = List.copyOf(unchanged);
        mandated = List.copyOf(mandated);
    }

    /**
     * One bundle.
     *
     * @param jar the jar
     * @param team whose it is
     */
    public record Published(BundleJar jar, String team) {}
}
