package dev.dovetail.federation;

/** Something that a feature adds to the shell, as its metadata declares it. */
public sealed interface Contribution {

    /** @return the name, unique among all features */
    String id();

    /** @return what people read */
    String title();

    /** @return the name of a Feather icon */
    String icon();

    /**
     * A view in the rail.
     *
     * @param id the name
     * @param title what people read
     * @param icon the name of a Feather icon
     * @param order the place in the rail, lower is higher
     */
    record View(String id, String title, String icon, int order) implements Contribution {}

    /**
     * A command in the palette.
     *
     * @param id the name
     * @param title what people read
     * @param icon the name of a Feather icon
     */
    record Command(String id, String title, String icon) implements Contribution {}
}
