/** A library of which two majors are about; a bundle of each is made while testing. */
@NullMarked
package acme.majors.lib;

import org.jspecify.annotations.NullMarked;
