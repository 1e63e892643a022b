/** A feature that holds a port, of which there is one; made into bundles while testing. */
@NullMarked
package acme.holder;

import org.jspecify.annotations.NullMarked;
