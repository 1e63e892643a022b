/** The classes of a tiny feature, which a test packs into a bundle of its own. */
@NullMarked
package dev.dovetail.shell.tiny;

import org.jspecify.annotations.NullMarked;
