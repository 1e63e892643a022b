/** Reads heap dumps and says what keeps an object in memory. Knows nothing of bundles. */
@NullMarked
package dev.dovetail.provisioner.heap;

import org.jspecify.annotations.NullMarked;
