/** Tests of the script at the root of the checkout. */
@NullMarked
package dev.dovetail.launcher.script;

import org.jspecify.annotations.NullMarked;
