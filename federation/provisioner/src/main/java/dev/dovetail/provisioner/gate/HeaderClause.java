package dev.dovetail.provisioner.gate;

import java.util.List;
import java.util.Map;

/**
 * One clause of a manifest header (Core 3.2.4).
 *
 * @param paths what it is about, at least one
 * @param attributes by name, as they stand there
 * @param directives by name, as they stand there
 */
record HeaderClause(List<String> paths, Map<String, String> attributes, Map<String, String> directives) {

    boolean isOptional() {
        return directives.getOrDefault("resolution", "").equals("optional");
    }
}
