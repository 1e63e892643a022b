/** Why metadata is not believed. */
@NullMarked
package dev.dovetail.trust.failure;

import org.jspecify.annotations.NullMarked;
