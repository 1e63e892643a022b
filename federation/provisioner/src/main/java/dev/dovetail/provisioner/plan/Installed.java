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
 */
public record Installed(List<Resource> platform, List<IndexedBundle> bundles, Map<String, IndexedBundle> features) {

    /** Copies everything. */
    public Installed {
        platform = platform.stream().<Resource>map(PlatformBundle::copyOf).toList();
        bundles = List.copyOf(bundles);
        features = Collections.unmodifiableMap(new TreeMap<>(features));
    }
}
