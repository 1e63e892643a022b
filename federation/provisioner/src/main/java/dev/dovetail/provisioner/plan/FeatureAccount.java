package dev.dovetail.provisioner.plan;

import java.util.List;
import java.util.Optional;
import org.osgi.framework.Version;

/**
 * Why a feature is as it is.
 *
 * @param id the feature
 * @param installed the installed version, if there is one
 * @param offers the versions on offer, newest first
 * @param pin the versions that it is pinned to, or empty
 * @param resting whether it is installed, but can't run on this platform
 * @param needs what its bundles get from others, in the order of names
 * @param shared its bundles that other features use too
 * @param next what installing it, or updating it, would come to
 */
public record FeatureAccount(
        String id,
        Optional<Offered> installed,
        List<Offered> offers,
        String pin,
        boolean resting,
        List<Refusal.Link> needs,
        List<Shared> shared,
        Outcome next) {

    /** Copies the lists. */
    public FeatureAccount {
        offers = List.copyOf(offers);
        needs = List.copyOf(needs);
        shared = List.copyOf(shared);
    }

    /**
     * A version of the feature.
     *
     * @param version the version
     * @param repository whose bundle it is
     */
    public record Offered(Version version, String repository) {}

    /**
     * A bundle of the feature's that is not the feature's alone.
     *
     * @param bundle name and version
     * @param features the other features
     */
    public record Shared(String bundle, List<String> features) {
        /** Copies the list. */
        public Shared {
            features = List.copyOf(features);
        }
    }
}
