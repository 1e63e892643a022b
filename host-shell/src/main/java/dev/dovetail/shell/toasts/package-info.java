/** Short messages in the corner of the window. */
@NullMarked
package dev.dovetail.shell.toasts;

import org.jspecify.annotations.NullMarked;
