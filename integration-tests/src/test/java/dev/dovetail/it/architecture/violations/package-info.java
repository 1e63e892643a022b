/** A small house that breaks every rule of the big one: {@code ours} and {@code teams} are laid out as the product is. */
@NullMarked
package dev.dovetail.it.architecture.violations;

import org.jspecify.annotations.NullMarked;
