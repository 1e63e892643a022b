package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import dev.dovetail.provisioner.catalog.PlatformBundle;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.resource.Resource;

/**
 * What is there before a plan is made.
 *
 * @param platform the system bundle and the embedded bundles; live revisions are copied
 * @param bundles what earlier plans added
 * @param features the installed features, each with its feature bundle, which is one of {@code bundles}
 * @param wires who gets what from whom, as far as it was recorded; what isn't is what the planner would choose
 */
public record Installed(
        List<Resource> platform,
        List<IndexedBundle> bundles,
        Map<String, IndexedBundle> features,
        List<PlannedWire> wires) {

    /** Copies everything. */
    public Installed {
        platform = platform.stream().<Resource>map(PlatformBundle::copyOf).toList();
        bundles = List.copyOf(bundles);
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        wires = List.copyOf(wires);
    }

    /**
     * Nothing was recorded of the wires.
     *
     * @param platform the system bundle and the embedded bundles
     * @param bundles what earlier plans added
     * @param features the installed features
     */
    public Installed(List<Resource> platform, List<IndexedBundle> bundles, Map<String, IndexedBundle> features) {
        this(platform, bundles, features, List.of());
    }
}
