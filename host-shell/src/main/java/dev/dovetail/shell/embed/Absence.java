package dev.dovetail.shell.embed;

import dev.dovetail.shell.view.Failure;

/**
 * Why a view isn't there.
 *
 * @param kind what the person can do about it
 * @param icon the view's icon
 * @param failure why, in words
 */
record Absence(Kind kind, String icon, Failure failure) {

    private static final int LONGEST = 240;

    /** What the person can do about it. */
    enum Kind {
        /** Its feature is not installed, and a start must not bring it. */
        NOT_INSTALLED("Install", "download"),
        /** Its feature was removed while it was open. */
        REMOVED("Install again", "download"),
        /** Nobody is known to have it; that may change. */
        UNKNOWN("Retry", "refresh-cw"),
        /** Its feature doesn't have it any more. */
        GONE("Retry", "refresh-cw"),
        /** It can't lie there, now or ever. */
        FORBIDDEN("", ""),
        /** The person wants its feature off. */
        OFF("Enable", "power"),
        /** It could not be fetched, could not be opened, or failed too often since. */
        FAILED("Retry", "refresh-cw");

        private final String action;
        private final String icon;

        Kind(String action, String icon) {
            this.action = action;
            this.icon = icon;
        }

        String action() {
            return action;
        }

        String icon() {
            return icon;
        }
    }

    /** For people, whole. */
    String sentence() {
        String hint = failure.hint();
        String message = Failure.cut(failure.message(), LONGEST);
        return hint.isEmpty() ? message : message + " " + hint;
    }
}
