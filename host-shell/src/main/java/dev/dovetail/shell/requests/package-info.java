/** What was asked of the federation and how far it has come. */
@NullMarked
package dev.dovetail.shell.requests;

import org.jspecify.annotations.NullMarked;
