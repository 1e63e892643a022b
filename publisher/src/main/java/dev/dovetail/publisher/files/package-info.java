/** Writing a folder that others read all the while: one writer at a time, and never a state in between. */
@NullMarked
package dev.dovetail.publisher.files;

import org.jspecify.annotations.NullMarked;
