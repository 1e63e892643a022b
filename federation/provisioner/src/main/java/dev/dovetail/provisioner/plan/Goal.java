package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is to be there in the end.
 *
 * @param featureId the feature that the request is about
 * @param features the wanted features, each in the version that it must have
 * @param excluded bundles that must not be used
 */
record Goal(String featureId, Map<String, IndexedBundle> features, List<IndexedBundle> excluded) {

    Goal {
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        excluded = List.copyOf(excluded);
    }

    Goal without(Collection<IndexedBundle> bundles) {
        var all = new ArrayList<>(excluded);
        all.addAll(bundles);
        return new Goal(featureId, features, all);
    }
}
