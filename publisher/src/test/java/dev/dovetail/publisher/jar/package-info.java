/** Jars, good and bad. */
@NullMarked
package dev.dovetail.publisher.jar;

import org.jspecify.annotations.NullMarked;
