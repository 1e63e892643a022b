/** Decides, without touching anything, which bundles a request adds and removes, or says why it cannot be done. */
@NullMarked
package dev.dovetail.provisioner.plan;

import org.jspecify.annotations.NullMarked;
