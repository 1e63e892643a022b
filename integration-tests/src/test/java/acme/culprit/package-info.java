/** A feature that ends slowly or takes the JavaFX thread, by release; made into bundles while testing. */
@NullMarked
package acme.culprit;

import org.jspecify.annotations.NullMarked;
