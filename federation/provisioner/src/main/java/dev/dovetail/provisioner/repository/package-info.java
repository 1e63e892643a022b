/** What repositories are believed to offer: signed metadata brought up to date, kept, and asked for files. */
@NullMarked
package dev.dovetail.provisioner.repository;

import org.jspecify.annotations.NullMarked;
