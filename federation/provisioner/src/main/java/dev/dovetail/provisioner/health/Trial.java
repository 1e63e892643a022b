package dev.dovetail.provisioner.health;

/**
 * A feature's new version that has not yet shown itself to be good.
 *
 * @param feature the feature's id
 * @param title what people call it
 * @param version the version on trial
 * @param bundle the digest of its feature bundle
 * @param before the generation in force before it came, which has the previous version, if there is one
 * @param running whether it runs, or ran when the process died
 */
public record Trial(String feature, String title, String version, String bundle, long before, boolean running) {

    Trial running(boolean now) {
        return new Trial(feature, title, version, bundle, before, now);
    }

    /** @return title and version, for people */
    public String name() {
        return title + " " + version;
    }
}
