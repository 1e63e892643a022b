/** Carries steps out in the framework, without deciding anything, and undoes them when one fails. */
@NullMarked
package dev.dovetail.provisioner.apply;

import org.jspecify.annotations.NullMarked;
