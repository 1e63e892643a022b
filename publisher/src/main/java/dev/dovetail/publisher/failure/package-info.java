/** What can go wrong while a repository is made, in words for people. */
@NullMarked
package dev.dovetail.publisher.failure;

import org.jspecify.annotations.NullMarked;
