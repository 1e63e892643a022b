package dev.dovetail.provisioner.catalog;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a bundle declares to provide or to require, before it is tied to that bundle. Both maps are kept by name, so that
 * the same declaration is always written in the same way.
 *
 * @param namespace what kind of thing it is about
 * @param attributes values of type String, Version, Long, Double, or a List of one of them
 * @param directives how it is to be understood
 */
public record Clause(String namespace, Map<String, Object> attributes, Map<String, String> directives) {

    /** Copies the maps. */
    public Clause {
        attributes = Collections.unmodifiableMap(new TreeMap<>(attributes));
        directives = Collections.unmodifiableMap(new TreeMap<>(directives));
    }
}
