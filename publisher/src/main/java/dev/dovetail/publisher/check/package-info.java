/** Looking at a whole repository as its clients do. */
@NullMarked
package dev.dovetail.publisher.check;

import org.jspecify.annotations.NullMarked;
