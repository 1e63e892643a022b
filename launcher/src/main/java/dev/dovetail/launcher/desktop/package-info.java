/** A running Dovetail: its parts put together, what the shell sees of the process, and its end. */
@NullMarked
package dev.dovetail.launcher.desktop;

import org.jspecify.annotations.NullMarked;
