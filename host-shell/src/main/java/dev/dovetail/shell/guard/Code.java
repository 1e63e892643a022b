package dev.dovetail.shell.guard;

/**
 * The code of a running feature.
 *
 * @param loader defines its classes
 * @param location where the framework has it from; the platform's are {@code sha256:} and the jar's digest
 */
public record Code(ClassLoader loader, String location) {}
