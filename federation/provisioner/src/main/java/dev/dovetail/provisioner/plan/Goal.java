package dev.dovetail.provisioner.plan;

import dev.dovetail.provisioner.catalog.IndexedBundle;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.osgi.resource.Requirement;
import org.osgi.resource.Resource;

/**
 * What is to be there in the end.
 *
 * @param featureId the feature that the request is about; empty when it is about all
 * @param features the wanted features, each in the version that it must have
 * @param forbidden who must not be wired to whom
 */
record Goal(String featureId, Map<String, IndexedBundle> features, Set<Forbidden> forbidden) {

    /** A bundle that must not satisfy a requirement although it could. */
    record Forbidden(Requirement requirement, Resource provider) {}

    Goal {
        features = Collections.unmodifiableMap(new TreeMap<>(features));
        forbidden = Set.copyOf(forbidden);
    }

    Goal(String featureId, Map<String, IndexedBundle> features) {
        this(featureId, features, Set.of());
    }

    Goal forbidding(Forbidden more) {
        var all = new HashSet<>(forbidden);
        all.add(more);
        return new Goal(featureId, features, all);
    }

    Goal with(String id, IndexedBundle bundle) {
        var all = new TreeMap<>(features);
        all.put(id, bundle);
        return new Goal(featureId, all, forbidden);
    }

    Goal without(String id) {
        var all = new TreeMap<>(features);
        all.remove(id);
        return new Goal(featureId, all, forbidden);
    }
}
