/** Looks a home over, and says what is wrong with it and what helps. */
@NullMarked
package dev.dovetail.provisioner.doctor;

import org.jspecify.annotations.NullMarked;
