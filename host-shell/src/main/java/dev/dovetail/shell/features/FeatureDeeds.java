package dev.dovetail.shell.features;

import dev.dovetail.federation.FeatureStatus;

/** What a person can do on the features page. JavaFX application thread only. */
public interface FeatureDeeds {

    /** @param feature to be downloaded and installed */
    void install(FeatureStatus feature);

    /** @param feature whose first view is to be opened */
    void open(FeatureStatus feature);

    /** @param feature to be brought to the newest version */
    void update(FeatureStatus feature);

    /** @param feature to be taken out */
    void remove(FeatureStatus feature);

    /**
     * @param feature an installed one
     * @return whether it is off, because this is safe mode
     */
    boolean isOff(FeatureStatus feature);

    /** @param feature that is off, to be switched on */
    void switchOn(FeatureStatus feature);

    /** Reads the repositories anew. */
    void check();
}
