/** Keys at rest. */
@NullMarked
package dev.dovetail.publisher.keys;

import org.jspecify.annotations.NullMarked;
