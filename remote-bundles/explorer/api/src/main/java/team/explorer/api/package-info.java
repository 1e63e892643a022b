/** How features offer tables to each other. */
@Export
@Version("1.0.0")
package team.explorer.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
