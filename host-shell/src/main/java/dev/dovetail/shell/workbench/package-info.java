/** Puts the parts together into one window, and answers for it as a service. */
@NullMarked
package dev.dovetail.shell.workbench;

import org.jspecify.annotations.NullMarked;
