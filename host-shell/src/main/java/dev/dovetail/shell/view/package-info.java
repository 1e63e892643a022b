/** Hosting a feature's view: opening it, guarding the shell against it, handing it over to a new version. */
@NullMarked
package dev.dovetail.shell.view;

import org.jspecify.annotations.NullMarked;
