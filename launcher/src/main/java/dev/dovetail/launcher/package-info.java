/** What a person starts: puts the parts together and ends them again. */
@NullMarked
package dev.dovetail.launcher;

import org.jspecify.annotations.NullMarked;
