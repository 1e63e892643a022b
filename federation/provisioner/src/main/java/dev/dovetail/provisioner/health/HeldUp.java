package dev.dovetail.provisioner.health;

import java.time.Instant;

/**
 * That a feature holds up the window.
 *
 * @param feature the feature's id
 * @param version its version
 * @param where what it does, in a few words of one line
 * @param since when that was noticed
 */
public record HeldUp(String feature, String version, String where, Instant since) {

    /** @return id and version, for people */
    public String name() {
        return feature + " " + version;
    }

    /**
     * @param trial a version on trial
     * @return whether it is that one
     */
    public boolean isOf(Trial trial) {
        return trial.feature().equals(feature) && trial.version().equals(version);
    }
}
