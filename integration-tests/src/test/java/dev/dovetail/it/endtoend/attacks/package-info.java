/** Each attack on update systems that The Update Framework names, against the whole product. */
@NullMarked
package dev.dovetail.it.endtoend.attacks;

import org.jspecify.annotations.NullMarked;
