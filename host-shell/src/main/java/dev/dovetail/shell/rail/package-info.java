/** The activity rail: one button for each view that a feature contributes, downloaded or not. */
@NullMarked
package dev.dovetail.shell.rail;

import org.jspecify.annotations.NullMarked;
