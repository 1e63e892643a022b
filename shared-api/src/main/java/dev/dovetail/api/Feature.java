package dev.dovetail.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Attribute;
import org.osgi.annotation.bundle.Capability;

/**
 * Declares the bundle to be a feature: something a person can install, update and remove.
 *
 * <p>The members become the attributes of a capability in the bundle's manifest, and so they are in a repository's
 * index: the shell shows them before a byte of the bundle is downloaded. One type per bundle carries this annotation.
 * The feature's version is the bundle's.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Capability(namespace = Feature.NAMESPACE)
public @interface Feature {

    /** The namespace of the capability. */
    String NAMESPACE = "dovetail.feature";

    /**
     * The feature's name towards people and other features, unique among all repositories of a profile.
     *
     * @return lower-case letters, digits and {@code -}, beginning with a letter
     */
    @Attribute(NAMESPACE)
    String id();

    /** @return what people read in lists and on tabs */
    @Attribute("title")
    String title();

    /** @return one sentence for the feature's card; empty when not given */
    @Attribute("description")
    String description() default "";

    /** @return the name of a Feather icon, such as {@code bar-chart-2}; the shell shows {@code box} when not given */
    @Attribute("icon")
    String icon() default "box";

    /** @return the team that answers for the feature; empty when not given */
    @Attribute("vendor")
    String vendor() default "";

    /**
     * Says that two versions of the feature can't run at the same time, since it holds something of which there is one: a
     * file with a lock, a port, a device. On an update the running version's views are saved and closed and its bundle is
     * stopped before the new one is started; meanwhile people see a picture of them. When the new one can't take over, the
     * old one is started again and its views are back. Without it, a new version takes over while the old one still runs,
     * and people see nothing of it.
     *
     * @return whether the old version must be stopped before the new one is started
     */
    @Attribute("exclusive")
    boolean exclusive() default false;
}
