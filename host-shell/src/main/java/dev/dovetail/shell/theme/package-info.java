/** How the shell looks: colours, fonts, icons and motion. */
@NullMarked
package dev.dovetail.shell.theme;

import org.jspecify.annotations.NullMarked;
