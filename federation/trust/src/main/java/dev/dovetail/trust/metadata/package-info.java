/** The metadata of The Update Framework as records: read, written, signed, and its signatures counted. */
@NullMarked
package dev.dovetail.trust.metadata;

import org.jspecify.annotations.NullMarked;
