/** The walls between the parts of the product, and the proof that each can fall. */
@NullMarked
package dev.dovetail.it.architecture;

import org.jspecify.annotations.NullMarked;
