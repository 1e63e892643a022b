/** The façade: check, plan, fetch, apply, and tell the shell. Everything below it either decides or does. */
@NullMarked
package dev.dovetail.provisioner;

import org.jspecify.annotations.NullMarked;
