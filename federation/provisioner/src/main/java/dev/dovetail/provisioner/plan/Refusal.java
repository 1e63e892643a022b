package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.List;
import org.osgi.framework.Version;

/** Why a request cannot be planned: the facts. {@link Explanation} puts them into words. */
public sealed interface Refusal extends Outcome {

    /**
     * No repository is known, so nothing can be installed or updated.
     *
     * @param featureId what was asked for
     */
    record NoRepository(String featureId) implements Refusal {}

    /**
     * No repository offers the feature.
     *
     * @param featureId what was asked for
     * @param known what there is
     */
    record UnknownFeature(String featureId, List<String> known) implements Refusal {
        /** Copies the list. */
        public UnknownFeature {
            known = List.copyOf(known);
        }
    }

    /**
     * The feature is on offer, but in no version of the range.
     *
     * @param featureId what was asked for
     * @param range the versions that would do
     * @param offered the versions that there are, newest first
     */
    record NoSuchVersion(String featureId, String range, List<Version> offered) implements Refusal {
        /** Copies the list. */
        public NoSuchVersion {
            offered = List.copyOf(offered);
        }
    }

    /**
     * Only an installed feature can be updated or removed.
     *
     * @param featureId what was asked for
     */
    record NotInstalled(String featureId) implements Refusal {}

    /**
     * The feature is there already.
     *
     * @param featureId what was asked for
     * @param version the installed version
     */
    record AlreadyInstalled(String featureId, Version version) implements Refusal {}

    /**
     * No newer version is on offer.
     *
     * @param featureId what was asked for
     * @param version the installed version
     */
    record NothingNewer(String featureId, Version version) implements Refusal {}

    /**
     * Something that a bundle cannot do without is provided by nobody, or not in the version that it requires.
     *
     * @param featureId the feature that leads to it
     * @param chain from the feature bundle down to the bundle that lacks something
     * @param namespace what kind of thing is missing
     * @param name which one, or the whole filter when it has no name
     * @param range the versions that would do, or empty when any would
     * @param offers who provides it in some other version
     */
    record MissingRequirement(
            String featureId,
            List<IndexedBundle> chain,
            String namespace,
            String name,
            String range,
            List<Offer> offers)
            implements Refusal {
        /** Copies the lists. */
        public MissingRequirement {
            chain = List.copyOf(chain);
            offers = List.copyOf(offers);
        }
    }

    /**
     * Who provides something by the right name that still does not fit.
     *
     * @param version in which version
     * @param bundle the bundle's name
     * @param repository which repository offers it; empty for the platform's own
     */
    record Offer(Version version, String bundle, String repository) {}

    /**
     * Everything that is needed exists, but not all of it can be used together.
     *
     * @param featureId the feature that leads to it
     * @param details what the resolver says, in its own words
     */
    record Conflict(String featureId, String details) implements Refusal {}

    /**
     * No answer was found within the limits of time and depth.
     *
     * @param featureId what was asked for
     * @param limit which limit
     */
    record TooComplex(String featureId, String limit) implements Refusal {}
}
