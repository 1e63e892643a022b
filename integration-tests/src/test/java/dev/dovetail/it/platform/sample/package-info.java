/** The smallest feature there is; made into a bundle while testing. */
@NullMarked
package dev.dovetail.it.platform.sample;

import org.jspecify.annotations.NullMarked;
