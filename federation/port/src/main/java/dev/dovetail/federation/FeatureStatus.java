package dev.dovetail.federation;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * A feature and where it stands.
 *
 * @param id the feature
 * @param title what people read
 * @param description one sentence, or empty
 * @param icon the name of a Feather icon
 * @param vendor the team that answers for it, or empty
 * @param repository where it comes from
 * @param state whether it is installed
 * @param contributions what it adds to the shell: of the installed version, else of the one on offer
 */
public record FeatureStatus(
        String id,
        String title,
        String description,
        String icon,
        String vendor,
        URI repository,
        State state,
        List<Contribution> contributions) {

    /** Copies the list. */
    public FeatureStatus {
        contributions = List.copyOf(contributions);
    }

    /** Whether a feature is installed, and what could be done about it. */
    public sealed interface State {

        /** @return the installed version, else the one on offer */
        String version();

        /** @return until when a newer version must be in, if its publisher says so */
        default Optional<Deadline> deadline() {
            return Optional.empty();
        }
    }

    /**
     * On offer, not installed.
     *
     * @param version the newest on offer
     */
    public record Available(String version) implements State {}

    /**
     * Installed, nothing newer on offer.
     *
     * @param version the installed one
     */
    public record Installed(String version) implements State {}

    /**
     * Installed, and something newer is on offer.
     *
     * @param version the installed one
     * @param newer the one on offer
     * @param deadline until when a newer version must be in, if its publisher says so
     */
    public record Updatable(String version, String newer, Optional<Deadline> deadline) implements State {

        /**
         * That may wait for as long as the person likes.
         *
         * @param version the installed one
         * @param newer the one on offer
         */
        public Updatable(String version, String newer) {
            this(version, newer, Optional.empty());
        }
    }

    /**
     * Installed, and what is newer on offer is not taken: it failed on this machine, or must be in although the person
     * pinned the feature to what is installed.
     *
     * @param version the installed one
     * @param newer the one that is not taken
     * @param reason why, in a sentence
     * @param deadline until when a newer version must be in, if its publisher says so
     */
    public record HeldBack(String version, String newer, String reason, Optional<Deadline> deadline) implements State {

        /**
         * That need not be in.
         *
         * @param version the installed one
         * @param newer the one that is not taken
         * @param reason why, in a sentence
         */
        public HeldBack(String version, String newer, String reason) {
            this(version, newer, reason, Optional.empty());
        }
    }
}
