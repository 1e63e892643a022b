package dev.dovetail.provisioner;

import java.time.Instant;

/**
 * How long what a repository said may be acted on.
 *
 * @param verifiedAt when it was last found to be current
 * @param validUntil from when on nothing new is installed by it
 */
public record Validity(Instant verifiedAt, Instant validUntil) {

    /**
     * @param clocked what the clock says, which may have been set back since
     * @return whether it expired
     */
    public boolean isOver(Instant clocked) {
        Instant now = clocked.isBefore(verifiedAt) ? verifiedAt : clocked;
        return !validUntil.isAfter(now);
    }
}
