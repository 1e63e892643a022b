package dev.dovetail.provisioner.health;

import java.time.Instant;

/**
 * Something that Dovetail did on its own account to keep going, and has to tell.
 *
 * @param code the stable error code
 * @param message what happened and what was done, in sentences for people
 * @param at when
 */
public record Incident(String code, String message, Instant at) {}
