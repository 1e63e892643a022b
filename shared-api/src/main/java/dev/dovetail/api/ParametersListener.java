package dev.dovetail.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * What a {@link FeatureView} implements besides, when it can follow other {@linkplain ViewContext#parameters parameters}
 * while it is open: those of a route to a view that is open already, and those that an embedding view changes.
 */
@ConsumerType
public interface ParametersListener {

    /**
     * Called on the JavaFX application thread after {@link FeatureView#restored}, each time the parameters have changed.
     *
     * @param parameters all of them, as {@link ViewContext#parameters} answers from now on
     */
    void parameters(Values parameters);
}
