/** A disk that fails on command: every operation on files can be the last one that happens. */
@org.jspecify.annotations.NullUnmarked
package dev.dovetail.provisioner.faulty;
