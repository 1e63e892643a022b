/** A feature on a stranger's library; made into a bundle while testing. */
@NullMarked
package acme.words;

import org.jspecify.annotations.NullMarked;
