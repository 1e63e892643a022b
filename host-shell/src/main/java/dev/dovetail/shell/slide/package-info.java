/** What is longer than its place, and moves. */
@NullMarked
package dev.dovetail.shell.slide;

import org.jspecify.annotations.NullMarked;
