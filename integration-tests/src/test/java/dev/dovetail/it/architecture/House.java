package dev.dovetail.it.architecture;

import java.util.Arrays;

/**
 * Where the rooms are: the product's, or those of the small house of bad examples.
 *
 * @param ours the package above {@code api}, {@code provisioner}, {@code shell} and so on
 * @param teams the package above each team's own
 */
record House(String ours, String teams) {

    static final House PRODUCT = new House("dev.dovetail", "team");

    String allOurs() {
        return ours + "..";
    }

    String allTeams() {
        return teams + "..";
    }

    /** Package patterns below ours. */
    String[] rooms(String... patterns) {
        return Arrays.stream(patterns).map(pattern -> ours + "." + pattern).toArray(String[]::new);
    }

    String room(String pattern) {
        return ours + "." + pattern;
    }

    String team(String pattern) {
        return teams + "." + pattern;
    }
}
