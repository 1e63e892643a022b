/** What a feature says about itself, and what the shell gives it: the contract between the two. */
@Export
@Version("1.1.0")
@NullMarked
package dev.dovetail.api;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
