package dev.dovetail.shell.features;

import dev.dovetail.federation.FeatureStatus;
import dev.dovetail.federation.When;
import dev.dovetail.shell.updates.DeadlineText;
import java.util.Optional;

/** What a person can do on the features page. JavaFX application thread only. */
public interface FeatureDeeds {

    /** @param feature to be downloaded and installed */
    void install(FeatureStatus feature);

    /** @param feature whose first view is to be opened */
    void open(FeatureStatus feature);

    /** @param feature to be brought to the newest version, as soon as its views let it */
    void update(FeatureStatus feature);

    /**
     * @param feature to be brought to the newest version at another time
     * @param when that time
     */
    void updateLater(FeatureStatus feature, When when);

    /** @param feature whose update is to wait no longer, but not to come either */
    void forgetUpdate(FeatureStatus feature);

    /**
     * @param feature a feature
     * @return when its update comes, if one waits
     */
    Optional<When> waits(FeatureStatus feature);

    /** @return how moments are written */
    DeadlineText words();

    /** @param feature to be taken out */
    void remove(FeatureStatus feature);

    /** @param feature for which what is under way is no longer wanted */
    void cancel(FeatureStatus feature);

    /**
     * @param feature an installed one
     * @return whether it is off, because this is safe mode or because the person disabled it
     */
    boolean isOff(FeatureStatus feature);

    /**
     * @param feature an installed one
     * @return whether the person disabled it
     */
    boolean isDisabled(FeatureStatus feature);

    /** @param feature that the person disabled, to show itself again */
    void enable(FeatureStatus feature);

    /** @param feature that is off, to be switched on */
    void switchOn(FeatureStatus feature);

    /** Reads the repositories anew. */
    void check();
}
