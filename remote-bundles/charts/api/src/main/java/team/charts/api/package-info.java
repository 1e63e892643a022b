/** How another feature asks for a chart of a table. */
@Export
@Version("1.0.0")
package team.charts.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
