/** What is written for people holds what it says of the sources. */
@NullMarked
package dev.dovetail.it.documentation;

import org.jspecify.annotations.NullMarked;
