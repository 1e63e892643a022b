/** A library that hands out types of another one; made into a bundle while testing. */
@NullMarked
package acme.majors.phrases;

import org.jspecify.annotations.NullMarked;
