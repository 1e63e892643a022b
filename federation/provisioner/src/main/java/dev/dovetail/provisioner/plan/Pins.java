package dev.dovetail.provisioner.plan;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.osgi.framework.Version;
import org.osgi.framework.VersionRange;

/**
 * The features that the person wants to stay in certain versions. A pin holds a feature where it is; it does not install
 * it, and does not keep it from being removed.
 *
 * @param ranges the versions, by feature
 */
public record Pins(Map<String, VersionRange> ranges) {

    /** Nothing is pinned. */
    public static final Pins NONE = new Pins(Map.of());

    /** Copies the map. */
    public Pins {
        ranges = Collections.unmodifiableMap(new TreeMap<>(ranges));
    }

    /**
     * @param featureId a feature
     * @return what it is pinned to, if it is
     */
    public Optional<VersionRange> of(String featureId) {
        return Optional.ofNullable(ranges.get(featureId));
    }

    /**
     * @param featureId a feature
     * @param version one of its versions
     * @return whether it may be in that version
     */
    public boolean admit(String featureId, Version version) {
        return of(featureId).map(range -> range.includes(version)).orElse(true);
    }

    /**
     * @param featureId a feature
     * @param range the versions that it is to stay in
     * @return these pins and that one, in place of an earlier one
     */
    public Pins with(String featureId, VersionRange range) {
        var all = new TreeMap<>(ranges);
        all.put(featureId, range);
        return new Pins(all);
    }

    /**
     * @param featureId a feature
     * @return these pins without the feature's
     */
    public Pins without(String featureId) {
        var all = new TreeMap<>(ranges);
        all.remove(featureId);
        return new Pins(all);
    }
}
