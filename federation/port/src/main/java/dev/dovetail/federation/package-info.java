/**
 * The door between the shell, a bundle inside the framework, and what runs outside of it. The system bundle exports this
 * package under a mandatory attribute, so that only a bundle that asks for it by name is wired to it.
 */
@Export
@Version("1.1.0")
@NullMarked
package dev.dovetail.federation;

import org.jspecify.annotations.NullMarked;
import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
