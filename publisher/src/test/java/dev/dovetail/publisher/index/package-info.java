/** What is said of bundles. */
@NullMarked
package dev.dovetail.publisher.index;

import org.jspecify.annotations.NullMarked;
