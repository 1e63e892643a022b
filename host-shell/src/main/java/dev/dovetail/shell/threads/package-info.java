/** Which thread does what: the JavaFX application thread, the shell's own, and one pool for each feature. */
@NullMarked
package dev.dovetail.shell.threads;

import org.jspecify.annotations.NullMarked;
