/** The command palette. */
@NullMarked
package dev.dovetail.shell.palette;

import org.jspecify.annotations.NullMarked;
