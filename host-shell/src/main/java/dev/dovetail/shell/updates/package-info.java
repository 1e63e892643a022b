/** When updates are carried out. */
@NullMarked
package dev.dovetail.shell.updates;

import org.jspecify.annotations.NullMarked;
