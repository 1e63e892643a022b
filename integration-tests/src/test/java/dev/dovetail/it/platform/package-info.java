/** The platform's bundles in a framework of their own, seen from inside it. */
@NullMarked
package dev.dovetail.it.platform;

import org.jspecify.annotations.NullMarked;
