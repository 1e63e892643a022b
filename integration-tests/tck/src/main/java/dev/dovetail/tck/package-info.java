/** Judges a run of the OSGi compliance tests by the report that their tester wrote. */
@NullMarked
package dev.dovetail.tck;

import org.jspecify.annotations.NullMarked;
