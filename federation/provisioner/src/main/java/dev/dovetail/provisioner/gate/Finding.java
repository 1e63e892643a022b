package dev.dovetail.provisioner.gate;

/**
 * One reason to refuse a jar, in words for people.
 *
 * @param code the stable error code, {@code DT-GATE-nnn}
 * @param message what was expected, what was found, and where
 * @param hint what to do about it
 */
public record Finding(String code, String message, String hint) {}
