/** JSON as signed metadata needs it: read strictly and within bounds, and brought into one canonical form. */
@NullMarked
package dev.dovetail.trust.json;

import org.jspecify.annotations.NullMarked;
