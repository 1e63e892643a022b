/** A repository from its founding on. */
@NullMarked
package dev.dovetail.publisher.repository;

import org.jspecify.annotations.NullMarked;
