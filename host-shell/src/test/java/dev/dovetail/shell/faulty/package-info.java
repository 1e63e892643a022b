/** A feature that misbehaves, in a package of its own, so that a loader of its own can define it. */
@NullMarked
package dev.dovetail.shell.faulty;

import org.jspecify.annotations.NullMarked;
