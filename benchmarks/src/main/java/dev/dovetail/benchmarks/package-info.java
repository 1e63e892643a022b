/** Measures what Dovetail promises in figures, each against its peer in the same run. */
@NullMarked
package dev.dovetail.benchmarks;

import org.jspecify.annotations.NullMarked;
