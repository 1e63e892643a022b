package dev.dovetail.provisioner.apply;

import java.time.Instant;

/**
 * A bundle that has left the framework.
 *
 * @param feature the id of the feature whose bundle it was; empty for one that features use
 * @param bundle its symbolic name
 * @param version its version
 * @param bundleId the framework's number of it, which no other bundle ever gets
 * @param since when it left
 */
public record Retirement(String feature, String bundle, String version, long bundleId, Instant since) {

    /** @return the bundle for people */
    public String name() {
        return bundle + " " + version;
    }
}
