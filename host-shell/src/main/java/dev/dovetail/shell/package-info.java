/** The shell as a bundle: where the framework starts and stops it. */
@NullMarked
package dev.dovetail.shell;

import org.jspecify.annotations.NullMarked;
