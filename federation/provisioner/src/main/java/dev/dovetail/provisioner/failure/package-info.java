/** What can go wrong while features travel, in families by what may be done about it. */
@NullMarked
package dev.dovetail.provisioner.failure;

import org.jspecify.annotations.NullMarked;
