/** Features made by people who have nothing of ours but what is released. */
@NullMarked
package dev.dovetail.it.outside;

import org.jspecify.annotations.NullMarked;
