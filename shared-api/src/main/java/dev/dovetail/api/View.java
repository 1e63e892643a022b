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
 * Contributes a {@link FeatureView} to the shell's activity rail.
 *
 * <p>Put it on a Declarative Services component of prototype scope that implements {@link FeatureView}. The members
 * become the attributes of a capability (so the entry is in the rail before the bundle is downloaded) and, prefixed with
 * {@code dovetail.view.}, properties of the service (so the shell finds the component that draws it).
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Capability(namespace = View.NAMESPACE)
@ComponentPropertyType
public @interface View {

    /** The namespace of the capability. */
    String NAMESPACE = "dovetail.view";

    /** Prefix of the service properties that the members become (Compendium 112.8.2.1). */
    String PREFIX_ = "dovetail.view.";

    /**
     * The view's name, unique among all features.
     *
     * @return the feature's id, a dot, and a name of its own, such as {@code charts.board}
     */
    @Attribute(NAMESPACE)
    String id();

    /** @return what people read on the tab and in the rail */
    @Attribute("title")
    String title();

    /** @return the name of a Feather icon */
    @Attribute("icon")
    String icon() default "box";

    /**
     * Where the view is found, from anywhere: {@link ShellContext#navigate}, the palette, {@code dovetail open}.
     *
     * @return the feature's id, or that, a {@code /} and further parts of letters, digits, {@code .}, {@code _} and
     *     {@code -}; when not given, the view's id with a {@code /} for its first dot, such as {@code charts/board}
     */
    @Attribute("route")
    String route() default "";

    /** @return the place in the rail, lower is higher; equal places are ordered by title */
    @Attribute("order")
    int order() default 100;
}
