/** Starts the two engines, the OSGi framework and the JavaFX toolkit, beside each other. */
@NullMarked
package dev.dovetail.launcher.boot;

import org.jspecify.annotations.NullMarked;
