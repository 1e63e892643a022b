package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.BundleSketch;
import java.util.List;
import java.util.Map;

/** Services, as bnd writes them down for components. */
final class ServiceSketch {

    private ServiceSketch() {}

    static BundleSketch provides(BundleSketch sketch, String service) {
        return sketch.provides("osgi.service", Map.of("objectClass", List.of(service)), Map.of("effective", "active"));
    }

    static BundleSketch uses(BundleSketch sketch, String service) {
        return sketch.requires("osgi.service", "(objectClass=" + service + ")", Map.of("effective", "active"));
    }

    static BundleSketch mayUse(BundleSketch sketch, String service) {
        return sketch.requires(
                "osgi.service",
                "(objectClass=" + service + ")",
                Map.of("effective", "active", "resolution", "optional"));
    }
}
