package dev.dovetail.provisioner.plan;

import org.osgi.framework.VersionRange;

/** What a person asks for. */
public sealed interface Request {

    /** @return the feature that it is about; empty when it is about all */
    String featureId();

    /**
     * Bring a feature in, in the newest version of the range that fits.
     *
     * @param featureId the feature
     * @param range the versions that will do
     */
    record Install(String featureId, VersionRange range) implements Request {

        /**
         * Any version will do.
         *
         * @param featureId the feature
         */
        public Install(String featureId) {
            this(featureId, new VersionRange("0"));
        }
    }

    /**
     * Bring an installed feature to the newest version that fits.
     *
     * @param featureId the feature
     */
    record Update(String featureId) implements Request {}

    /** Bring all installed features to the newest versions that fit, in one change. */
    record UpdateAll() implements Request {

        @Override
        public String featureId() {
            return "";
        }
    }

    /**
     * Take an installed feature out.
     *
     * @param featureId the feature
     */
    record Remove(String featureId) implements Request {}
}
