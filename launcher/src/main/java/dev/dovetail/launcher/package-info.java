/** The entrance, and nothing else. */
@NullMarked
package dev.dovetail.launcher;

import org.jspecify.annotations.NullMarked;
