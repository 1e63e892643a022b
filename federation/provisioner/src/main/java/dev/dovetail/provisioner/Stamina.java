package dev.dovetail.provisioner;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.fetch.Cancellation;
import dev.dovetail.provisioner.fetch.Retry;
import java.net.URI;

/**
 * How long one repository is asked for: until it has answered, there is no use in going on, or nobody waits any more. One
 * thread, but for the wish.
 */
final class Stamina {

    private final Retry retry;
    private final Cancellation wish;
    private final Runnable onFailure;
    private boolean failed;

    /**
     * @param retry how often the network is given another chance
     * @param wish ends it
     * @param onFailure told when it didn't answer the first time
     */
    Stamina(Retry retry, Cancellation wish, Runnable onFailure) {
        this.retry = retry;
        this.wish = wish;
        this.onFailure = onFailure;
    }

    Cancellation wish() {
        return wish;
    }

    void run(Retry.Attempt attempt) throws ProvisioningException {
        retry.run(attempt, wish, this::failed);
    }

    private void failed() {
        if (!failed) {
            failed = true;
            onFailure.run();
        }
    }

    /** Whoever was ended before anything was known of them took too long; all others failed as they did. */
    ProvisioningException reason(URI repository, ProvisioningException why) {
        return wish.isCancelled() && !failed ? Patience.isOver(repository, why) : why;
    }
}
