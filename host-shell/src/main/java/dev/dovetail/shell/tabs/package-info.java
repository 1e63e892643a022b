/** The tabs and what they show. */
@NullMarked
package dev.dovetail.shell.tabs;

import org.jspecify.annotations.NullMarked;
