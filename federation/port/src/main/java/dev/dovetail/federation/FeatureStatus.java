package dev.dovetail.federation;

import java.net.URI;
import java.util.List;

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
     */
    public record Updatable(String version, String newer) implements State {}

    /**
     * Installed, and what is newer on offer failed on this machine.
     *
     * @param version the installed one
     * @param newer the one that failed
     * @param reason what it did, in a sentence
     */
    public record HeldBack(String version, String newer, String reason) implements State {}
}
