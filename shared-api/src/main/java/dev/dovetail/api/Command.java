package dev.dovetail.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * Contributes a {@link FeatureCommand} to the shell's command palette.
 *
 * <p>Put it on a Declarative Services component that implements {@link FeatureCommand}. As with {@link View}, the
 * members become a capability and, prefixed with {@code dovetail.command.}, properties of the service: the entry is in
 * the palette before the bundle is downloaded, and running it fetches the feature first.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Capability(namespace = Command.NAMESPACE)
@ComponentPropertyType
public @interface Command {

    /** The namespace of the capability. */
    String NAMESPACE = "dovetail.command";

    /** Prefix of the service properties that the members become (Compendium 112.8.2.1). */
    String PREFIX_ = "dovetail.command.";

    /** @return the feature's id, a dot, and a name of its own, such as {@code explorer.open-file} */
    @Attribute(NAMESPACE)
    String id();

    /** @return what people read in the palette, beginning with a verb */
    @Attribute("title")
    String title();

    /** @return the name of a Feather icon */
    @Attribute("icon")
    String icon() default "terminal";
}
