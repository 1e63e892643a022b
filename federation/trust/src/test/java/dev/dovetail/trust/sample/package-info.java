/** A repository in memory that says whatever it is told to, for tests of whoever reads one. */
@NullMarked
package dev.dovetail.trust.sample;

import org.jspecify.annotations.NullMarked;
