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
     * @param route where it is found, without parameters
     */
    record View(String id, String title, String icon, int order, String route) implements Contribution {

        /**
         * A view that declares no route of its own.
         *
         * @param id the name
         * @param title what people read
         * @param icon the name of a Feather icon
         * @param order the place in the rail, lower is higher
         */
        public View(String id, String title, String icon, int order) {
            this(id, title, icon, order, Route.of(id));
        }
    }

    /**
     * A command in the palette.
     *
     * @param id the name
     * @param title what people read
     * @param icon the name of a Feather icon
     */
    record Command(String id, String title, String icon) implements Contribution {}
}
