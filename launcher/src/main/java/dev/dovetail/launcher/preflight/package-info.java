/** Whether this machine has what Dovetail needs, asked before any class of JavaFX is touched. */
@NullMarked
package dev.dovetail.launcher.preflight;

import org.jspecify.annotations.NullMarked;
