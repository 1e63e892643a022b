/** The only way to the network: bounded, watched, and never believed. */
@NullMarked
package dev.dovetail.provisioner.fetch;

import org.jspecify.annotations.NullMarked;
