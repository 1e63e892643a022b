/** The built-in page that shows what there is to install, update and remove. */
@NullMarked
package dev.dovetail.shell.features;

import org.jspecify.annotations.NullMarked;
