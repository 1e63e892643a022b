/** Bundles that share packages in every way there is, planned, wired hot and wired cold. */
@NullMarked
package dev.dovetail.provisioner.matrix;

import org.jspecify.annotations.NullMarked;
