/** What repositories offer: their indexes read within bounds, and merged into one catalog of bundles and features. */
@NullMarked
package dev.dovetail.provisioner.catalog;

import org.jspecify.annotations.NullMarked;
