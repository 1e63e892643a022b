/** Follows the framework's services: the one package that knows OSGi besides the activator. */
@NullMarked
package dev.dovetail.shell.services;

import org.jspecify.annotations.NullMarked;
