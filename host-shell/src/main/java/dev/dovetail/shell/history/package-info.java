/** The generations that are kept, and the way back to one of them. */
@NullMarked
package dev.dovetail.shell.history;

import org.jspecify.annotations.NullMarked;
