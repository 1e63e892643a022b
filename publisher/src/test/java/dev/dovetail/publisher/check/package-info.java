/** Repositories that are not as they should be. */
@NullMarked
package dev.dovetail.publisher.check;

import org.jspecify.annotations.NullMarked;
