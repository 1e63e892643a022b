/** Decides which metadata of a repository are believed, and which file they describe. Bytes in, decisions out. */
@NullMarked
package dev.dovetail.trust;

import org.jspecify.annotations.NullMarked;
