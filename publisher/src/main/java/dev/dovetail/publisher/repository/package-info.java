/** A signed repository in a folder: made, published to, kept fresh, its keys and teams changed. */
@NullMarked
package dev.dovetail.publisher.repository;

import org.jspecify.annotations.NullMarked;
