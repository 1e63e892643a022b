package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.Catalog;
import java.time.Clock;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Computes what a request changes. Reads and writes nothing; the same input gives the same outcome. Of several versions
 * that would do, the newest that fits is taken; the other features stay in the version that they have, and on what they
 * are wired to, unless the plan lists them under {@link Plan#restarts()}. Removing an installed feature is always possible.
 * Any number of threads may use it at once.
 */
public final class Planner {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Clock clock;
    private final Duration limit;

    /** @param clock tells when planning takes too long, which is after 20 seconds */
    public Planner(Clock clock) {
        this(clock, LIMIT);
    }

    /**
     * @param clock tells when planning takes too long
     * @param limit how long it may take
     */
    public Planner(Clock clock, Duration limit) {
        this.clock = clock;
        this.limit = limit;
    }

    /**
     * Computes what a request changes, with nothing pinned.
     *
     * @param request what is asked for
     * @param installed what is there
     * @param catalog what is on offer
     * @return a plan, or why there is none
     */
    public Outcome plan(Request request, Installed installed, Catalog catalog) {
        return plan(request, installed, catalog, Pins.NONE, () -> false);
    }

    /**
     * Computes what a request changes.
     *
     * @param request what is asked for
     * @param installed what is there
     * @param catalog what is on offer
     * @param pins which features are to stay in which versions
     * @param cancelled asked again and again, from other threads too; once it says yes, planning ends with a refusal
     * @return a plan, or why there is none
     */
    public Outcome plan(Request request, Installed installed, Catalog catalog, Pins pins, BooleanSupplier cancelled) {
        var deadline = new Deadline(clock, limit, cancelled);
        var drafts = new Drafts(request, installed, Drafts.present(installed, deadline), catalog, deadline);
        return new Wishes(installed, catalog, pins, drafts, deadline).answer(request);
    }

    /**
     * Says why a feature is as it is.
     *
     * @param featureId the feature, installed, on offer, or neither
     * @param installed what is there
     * @param catalog what is on offer
     * @param pins which features are to stay in which versions
     * @return what there is to know about it
     */
    public FeatureAccount explain(String featureId, Installed installed, Catalog catalog, Pins pins) {
        var request = installed.features().containsKey(featureId)
                ? new Request.Update(featureId)
                : new Request.Install(featureId);
        var next = plan(request, installed, catalog, pins, () -> false);
        var present = Drafts.present(installed, new Deadline(clock, limit, () -> false));
        return new Accounts(installed, present, catalog).of(featureId, pins, next);
    }
}
