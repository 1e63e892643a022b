package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;

/** One thing that happens when a plan is carried out; steps about features concern those that run. */
public sealed interface PlanStep {

    /**
     * A bundle is put beside the others.
     *
     * @param bundle which
     */
    record Install(IndexedBundle bundle) implements PlanStep {}

    /**
     * A feature that was not there can be opened.
     *
     * @param feature which
     */
    record Start(PlannedFeature feature) implements PlanStep {}

    /**
     * A feature's new version takes over from the old one.
     *
     * @param feature the new version
     * @param restart from what, and what else moves
     */
    record Replace(PlannedFeature feature, Restart restart) implements PlanStep {}

    /**
     * A feature that is gone afterwards closes its views.
     *
     * @param featureId which
     * @param bundle its feature bundle
     */
    record Stop(String featureId, IndexedBundle bundle) implements PlanStep {}

    /**
     * A bundle that nobody needs any more is taken out.
     *
     * @param bundle which
     */
    record Remove(IndexedBundle bundle) implements PlanStep {}

    /**
     * A feature stops and starts again, in the same version, on what it is wired to from now on.
     *
     * @param feature which
     * @param restart why
     */
    record Again(PlannedFeature feature, Restart restart) implements PlanStep {}
}
