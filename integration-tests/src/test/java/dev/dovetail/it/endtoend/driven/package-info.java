/** A Dovetail in a process of its own whose window is worked by whoever started it, line by line. */
@NullMarked
package dev.dovetail.it.endtoend.driven;

import org.jspecify.annotations.NullMarked;
