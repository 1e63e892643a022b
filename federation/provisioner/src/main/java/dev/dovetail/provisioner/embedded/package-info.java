/** Repositories that came with Dovetail itself, as folders: for whoever has installed nothing yet and reaches nobody. */
@NullMarked
package dev.dovetail.provisioner.embedded;

import org.jspecify.annotations.NullMarked;
