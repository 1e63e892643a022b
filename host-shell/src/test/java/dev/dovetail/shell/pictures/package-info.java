/** Takes pictures of the window. */
@NullMarked
package dev.dovetail.shell.pictures;

import org.jspecify.annotations.NullMarked;
