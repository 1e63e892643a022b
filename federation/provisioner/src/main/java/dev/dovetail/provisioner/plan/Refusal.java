package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.RefusedEntry;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.framework.Version;

/** Why a request cannot be planned: the facts. {@link Explanation} puts them into words. */
public sealed interface Refusal extends Outcome {

    /** @return the feature that it is about; empty when it is about all */
    String featureId();

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
     * @param withheld bundles of that feature that their repositories may not bring, or that can't be read
     */
    record UnknownFeature(String featureId, List<String> known, List<RefusedEntry> withheld) implements Refusal {
        /** Copies the lists. */
        public UnknownFeature {
            known = List.copyOf(known);
            withheld = List.copyOf(withheld);
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
     * Nothing newer is on offer for any feature, or what is newer does not fit.
     *
     * @param held why features with newer versions stay as they are, by feature
     */
    record UpToDate(Map<String, Refusal> held) implements Refusal {
        /** Copies the map. */
        public UpToDate {
            held = Collections.unmodifiableMap(new TreeMap<>(held));
        }

        @Override
        public String featureId() {
            return "";
        }
    }

    /**
     * The person wants the feature to stay in certain versions, and what was asked for is none of them.
     *
     * @param featureId what was asked for
     * @param pin the versions that it is pinned to
     * @param offered the versions that would do without the pin, newest first
     */
    record Pinned(String featureId, String pin, List<Version> offered) implements Refusal {
        /** Copies the list. */
        public Pinned {
            offered = List.copyOf(offered);
        }
    }

    /**
     * Something that a bundle cannot do without is provided by nobody, or not in the version that it requires.
     *
     * @param featureId the feature that leads to it
     * @param chain from the feature bundle down to the bundle that lacks something
     * @param namespace what kind of thing is missing
     * @param name which one, or the whole filter when it has no name
     * @param range the versions that would do, or empty when any would
     * @param offers who provides it in some other version, or where it can't be used
     * @param withheld bundles that would provide it, but which their repositories may not bring, or that can't be read
     */
    record MissingRequirement(
            String featureId,
            List<IndexedBundle> chain,
            String namespace,
            String name,
            String range,
            List<Offer> offers,
            List<RefusedEntry> withheld)
            implements Refusal {
        /** Copies the lists. */
        public MissingRequirement {
            chain = List.copyOf(chain);
            offers = List.copyOf(offers);
            withheld = List.copyOf(withheld);
        }
    }

    /**
     * Who provides something by the right name that still does not fit.
     *
     * @param version in which version
     * @param bundle the bundle's name
     * @param repository which repository offers it; empty for the platform's own
     * @param conditions the attributes, as {@code name=value}, that it wants to be asked for by, and isn't
     */
    record Offer(Version version, String bundle, String repository, List<String> conditions) {
        /** Copies the list. */
        public Offer {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * One bundle gets something from another.
     *
     * @param user who needs it
     * @param namespace what kind of thing it is
     * @param name which one
     * @param range the versions that would do, or empty when any would
     * @param provider who gives it
     * @param version in which version
     * @param repository which repository offers the provider; empty for the platform's own
     */
    record Link(
            String user,
            String namespace,
            String name,
            String range,
            String provider,
            Version version,
            String repository) {}

    /**
     * A bundle would see one package from two providers, whose classes are not the same (Core 3.7.5).
     *
     * @param featureId the feature that leads to it
     * @param bundle who would see both
     * @param packageName the package
     * @param direct how it gets the package; empty when it is its own
     * @param around how it comes by the other one
     */
    record UsesConflict(String featureId, String bundle, String packageName, List<Link> direct, List<Link> around)
            implements Refusal {
        /** Copies the lists. */
        public UsesConflict {
            direct = List.copyOf(direct);
            around = List.copyOf(around);
        }
    }

    /**
     * Two versions of a bundle are needed that can be there only once.
     *
     * @param featureId the feature that leads to it
     * @param bundle the bundle's name
     * @param one a version
     * @param oneChain who needs it, from a feature bundle on; empty when it is an installed feature itself
     * @param other the other version
     * @param otherChain who needs that
     */
    record OnlyOnce(
            String featureId, String bundle, Version one, List<Link> oneChain, Version other, List<Link> otherChain)
            implements Refusal {
        /** Copies the lists. */
        public OnlyOnce {
            oneChain = List.copyOf(oneChain);
            otherChain = List.copyOf(otherChain);
        }
    }

    /**
     * A feature that is there could not work any more.
     *
     * @param featureId what was asked for
     * @param version in which version
     * @param losses what others would lose
     */
    record WouldStop(String featureId, Version version, List<Loss> losses) implements Refusal {
        /** Copies the list. */
        public WouldStop {
            losses = List.copyOf(losses);
        }
    }

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

    /**
     * Somebody asked to stop planning.
     *
     * @param featureId what was asked for
     */
    record Cancelled(String featureId) implements Refusal {}
}
