package dev.dovetail.federation;

/**
 * A feature that runs.
 *
 * @param featureId the feature
 * @param version its version
 * @param bundleId the framework's number of its feature bundle; its services carry it as {@code service.bundleid}
 */
public record Active(String featureId, String version, long bundleId) {}
