/** The home directory and who may write to it. */
@NullMarked
package dev.dovetail.launcher.home;

import org.jspecify.annotations.NullMarked;
