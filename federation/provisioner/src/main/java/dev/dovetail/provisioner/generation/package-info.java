/** What is installed: numbered lockfiles, of which one is current. */
@NullMarked
package dev.dovetail.provisioner.generation;

import org.jspecify.annotations.NullMarked;
