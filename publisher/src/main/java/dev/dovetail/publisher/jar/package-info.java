/** Looking at a jar before it is published: what it is, and whether anybody could install it. */
@NullMarked
package dev.dovetail.publisher.jar;

import org.jspecify.annotations.NullMarked;
