/** What several tests need. */
@NullMarked
package dev.dovetail.publisher;

import org.jspecify.annotations.NullMarked;
