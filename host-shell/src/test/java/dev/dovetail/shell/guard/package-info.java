@NullMarked
package dev.dovetail.shell.guard;

import org.jspecify.annotations.NullMarked;
