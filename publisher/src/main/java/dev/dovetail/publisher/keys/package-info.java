/** Private keys: made, encrypted at rest, and opened for the time of one command. */
@NullMarked
package dev.dovetail.publisher.keys;

import org.jspecify.annotations.NullMarked;
