/** A feature that is replaced again and again, in the place of any team's. */
@NullMarked
package acme.replay;

import org.jspecify.annotations.NullMarked;
