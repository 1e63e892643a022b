/** A feature on one of two majors of a library; made into a bundle while testing. */
@NullMarked
package acme.majors.mixed;

import org.jspecify.annotations.NullMarked;
