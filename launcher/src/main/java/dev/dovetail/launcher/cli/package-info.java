/** The verbs of the command line, their options, what they print and how they end. */
@NullMarked
package dev.dovetail.launcher.cli;

import org.jspecify.annotations.NullMarked;
