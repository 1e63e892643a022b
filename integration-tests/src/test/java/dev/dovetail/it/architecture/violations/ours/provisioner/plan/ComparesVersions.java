package dev.dovetail.it.architecture.violations.ours.provisioner.plan;

import dev.dovetail.it.architecture.violations.Allowed;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

@Allowed
record ComparesVersions(VersionRange range) {
    boolean allows(Version version) {
        return range.includes(version);
    }
}
