/** Each row of the table of hostile inputs in SECURITY.md, through a signed repository and the whole product. */
@NullMarked
package dev.dovetail.it.endtoend.hostile;

import org.jspecify.annotations.NullMarked;
