/** Where verified bytes lie: jars by their digest, and files that are replaced as a whole or not at all. */
@NullMarked
package dev.dovetail.provisioner.store;

import org.jspecify.annotations.NullMarked;
