package dev.dovetail.provisioner.doctor;

/**
 * What was found where something was looked at.
 *
 * @param subject what was looked at: home, profile, generations, store, health, disk, clock or repository
 * @param severity how much it matters
 * @param message what was found, in a sentence
 * @param hint what helps; empty when there is nothing to do
 */
public record Finding(String subject, Severity severity, String message, String hint) {

    /** How much something matters. */
    public enum Severity {
        /** As it should be. */
        FINE,
        /** Worth knowing: nothing fails by it now. */
        NOTICE,
        /** Something fails by it, or will. */
        BROKEN
    }

    static Finding fine(String subject, String message) {
        return new Finding(subject, Severity.FINE, message, "");
    }

    static Finding notice(String subject, String message, String hint) {
        return new Finding(subject, Severity.NOTICE, message, hint);
    }

    static Finding broken(String subject, String message, String hint) {
        return new Finding(subject, Severity.BROKEN, message, hint);
    }
}
