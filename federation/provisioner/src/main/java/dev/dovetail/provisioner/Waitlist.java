package dev.dovetail.provisioner;

import dev.dovetail.provisioner.fetch.Cancellation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Requests for features that nobody is known to offer, while somebody who may is still asked. On the worker only. */
final class Waitlist {

    /**
     * A request.
     *
     * @param featureId for which feature; empty for one that concerns none
     * @param wish says when nobody waits for it any more
     * @param task carries it out
     */
    record Waiting(String featureId, Cancellation wish, Runnable task) {}

    private final List<Waiting> waiting = new ArrayList<>();
    private final Predicate<String> known;
    private final BooleanSupplier closing;
    private boolean asking;

    /**
     * @param known whether a feature is known
     * @param closing whether nothing is waited for any more
     */
    Waitlist(Predicate<String> known, BooleanSupplier closing) {
        this.known = known;
        this.closing = closing;
    }

    /** Whether anybody is asked now. */
    void asking(boolean now) {
        asking = now;
        resume();
    }

    /** Carries a request out, at once or when it needs to wait no longer. */
    void add(Waiting request) {
        if (isAwaited(request)) {
            waiting.add(request);
        } else {
            request.task().run();
        }
    }

    /** Carries out what needs to wait no longer. */
    void resume() {
        for (Waiting request : List.copyOf(waiting)) {
            if (!isAwaited(request) && waiting.remove(request)) {
                request.task().run();
            }
        }
    }

    private boolean isAwaited(Waiting request) {
        return asking
                && !closing.getAsBoolean()
                && !request.wish().isCancelled()
                && !request.featureId().isEmpty()
                && !known.test(request.featureId());
    }
}
