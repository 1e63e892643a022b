package dev.dovetail.publisher.files;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * New files of a folder, in the order in which they are written. Paths are relative to the folder, with slashes.
 *
 * @param hidden what no reader looks for until something visible points to it
 * @param visible what readers look for; the first of them makes the change happen, and the others follow for certain
 */
public record Change(Map<String, Content> hidden, Map<String, byte[]> visible) {

    /** Keeps the order of both. */
    public Change {
        hidden = new LinkedHashMap<>(hidden);
        visible = new LinkedHashMap<>(visible);
        if (visible.isEmpty()) {
            throw new IllegalArgumentException("Expected something that makes the change visible, found nothing");
        }
    }
}
