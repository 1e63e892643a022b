/** What is remembered from one start to the next: open views, their state, the window and the theme. */
@NullMarked
package dev.dovetail.shell.session;

import org.jspecify.annotations.NullMarked;
