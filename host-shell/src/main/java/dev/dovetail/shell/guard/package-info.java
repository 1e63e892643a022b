/** Whose code runs, whose code threw or holds the window up, and what is to be done about it. */
@NullMarked
package dev.dovetail.shell.guard;

import org.jspecify.annotations.NullMarked;
