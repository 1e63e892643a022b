/** Changes of a folder that are stopped at every moment. */
@NullMarked
package dev.dovetail.publisher.files;

import org.jspecify.annotations.NullMarked;
