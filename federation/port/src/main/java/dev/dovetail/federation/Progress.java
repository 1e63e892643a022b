package dev.dovetail.federation;

/**
 * How far a request has come.
 *
 * @param phase what is being done
 * @param bundles how many bundles are there
 * @param bundlesTotal how many bundles must be fetched, 0 when none
 * @param bytes how many bytes are there
 * @param bytesTotal how many bytes must be fetched
 */
public record Progress(Phase phase, int bundles, int bundlesTotal, long bytes, long bytesTotal) {

    /** What is being done. */
    public enum Phase {
        /** Finding out what is needed. */
        PLANNING,
        /** Downloading and verifying. */
        FETCHING,
        /** Installing, starting, handing over. */
        APPLYING
    }
}
