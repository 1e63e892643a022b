/** Views within views: their places, what stands there while a view can't be had, and how they move between versions. */
@NullMarked
package dev.dovetail.shell.embed;

import org.jspecify.annotations.NullMarked;
