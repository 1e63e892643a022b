/** The gate: what of a jar is looked at before the framework sees it, and what is refused. Knows no framework and no disk. */
@NullMarked
package dev.dovetail.provisioner.gate;

import org.jspecify.annotations.NullMarked;
