/** The product's client for signed repositories as a command, for a conformance suite to drive. */
@NullMarked
package dev.dovetail.tuf;

import org.jspecify.annotations.NullMarked;
