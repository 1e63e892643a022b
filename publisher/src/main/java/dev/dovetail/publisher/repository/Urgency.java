package dev.dovetail.publisher.repository;

import dev.dovetail.provisioner.catalog.Mandate;

/** What is said, with a publication, of when the features in it must be in. */
public sealed interface Urgency {

    /** Nothing: what was said of them before holds. */
    record Unsaid() implements Urgency {}

    /**
     * By a moment. What was said before holds no longer.
     *
     * @param mandate by when, and why
     */
    record Mandatory(Mandate mandate) implements Urgency {}

    /** That they needn't, whatever was said before. */
    record Withdrawn() implements Urgency {}
}
