/** How well the home's features fare: starts that failed, versions on probation, versions that failed. */
@NullMarked
package dev.dovetail.provisioner.health;

import org.jspecify.annotations.NullMarked;
