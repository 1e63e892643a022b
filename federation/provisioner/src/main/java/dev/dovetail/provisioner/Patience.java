package dev.dovetail.provisioner;

import dev.dovetail.provisioner.failure.ProvisioningException;
import dev.dovetail.provisioner.failure.UnreachableException;
import java.net.URI;
import java.time.Duration;

/**
 * How long repositories are waited for.
 *
 * @param deadline how long one may take in all, whatever it does meanwhile
 * @param grace how long whoever can go on by what was last known waits for one when the others have answered
 */
public record Patience(Duration deadline, Duration grace) {

    /** What suits a slow line. */
    public static final Patience USUAL = new Patience(Duration.ofSeconds(30), Duration.ofSeconds(1));

    /** The failure of a repository that was given up. */
    static UnreachableException isOver(URI repository, ProvisioningException why) {
        return new UnreachableException(
                "DT-FETCH-023",
                "No complete answer in time from " + repository,
                "What it last offered is used meanwhile.",
                why);
    }
}
