package dev.dovetail.shell.view;

import dev.dovetail.api.FeatureCommand;
import dev.dovetail.api.FeatureView;
import dev.dovetail.federation.Active;
import dev.dovetail.shell.guard.Code;
import java.util.List;
import java.util.Optional;

/**
 * The services of running features. Always those of one certain bundle: while two versions run side by side, ranking
 * would pick the wrong one. Where nothing else is
 * said, these methods may wait; not on the JavaFX application thread.
 */
public interface FeatureServices {

    /**
     * @param feature the running feature
     * @param viewId the view
     * @return a new instance
     * @throws MissingServiceException when the feature has none, or it could not be made
     */
    Lease<FeatureView> view(Active feature, String viewId) throws MissingServiceException;

    /**
     * @param feature the running feature
     * @param commandId the command
     * @return a new instance
     * @throws MissingServiceException when the feature has none, or it could not be made
     */
    Lease<FeatureCommand> command(Active feature, String commandId) throws MissingServiceException;

    /**
     * @param feature the running feature
     * @param viewId the view
     * @return whether this version of the feature still has it
     */
    boolean declaresView(Active feature, String viewId);

    /**
     * @param feature a feature in the framework
     * @param type any class
     * @return whether its bundle defines it
     */
    boolean defines(Active feature, Class<?> type);

    /**
     * Doesn't wait, on any thread.
     *
     * @param feature the running feature
     * @return its code, unless it is gone by now
     */
    Optional<Code> code(Active feature);

    /**
     * Doesn't wait, on any thread.
     *
     * @return the features whose bundles start or run, whether or not anybody has seen anything of them; of one that is
     *     there twice, both
     */
    List<Active> present();
}
