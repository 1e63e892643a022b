/** The command line. */
@NullMarked
package dev.dovetail.publisher.cli;

import org.jspecify.annotations.NullMarked;
