/** The publisher's verbs, for terminals and scripts. */
@NullMarked
package dev.dovetail.publisher.cli;

import org.jspecify.annotations.NullMarked;
