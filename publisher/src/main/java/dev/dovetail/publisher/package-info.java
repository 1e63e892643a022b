/** What a team releases with. */
@NullMarked
package dev.dovetail.publisher;

import org.jspecify.annotations.NullMarked;
