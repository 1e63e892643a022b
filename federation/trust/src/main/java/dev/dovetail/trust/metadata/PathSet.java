package dev.dovetail.trust.metadata;

import dev.dovetail.trust.json.Json;
import dev.dovetail.trust.json.JsonException;
import dev.dovetail.trust.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Which target paths are a delegated role's own. */
public sealed interface PathSet {

    /**
     * @param targetPath a target path
     * @return whether it is in the set
     */
    boolean contains(String targetPath);

    /** @return the member of the delegated role that says so */
    JsonObject toJson();

    /**
     * @param patterns paths in which {@code *}, {@code ?} and {@code [abc]} stand for characters other than {@code /}
     * @return the set of paths that match one of them
     */
    static PathSet patterns(List<String> patterns) {
        return new Patterns(patterns.stream().map(PathPattern::new).toList());
    }

    /**
     * @param prefixes beginnings of SHA-256 digests, lower-case hexadecimal digits
     * @return the set of paths whose digest begins with one of them
     */
    static PathSet hashPrefixes(List<String> prefixes) {
        return new HashPrefixes(prefixes);
    }

    /** Neither would be a role for nothing, both would be read in two ways. */
    static PathSet read(JsonObject role) throws JsonException {
        if (role.has("paths") == role.has("path_hash_prefixes")) {
            throw new JsonException("expected either \"paths\" or \"path_hash_prefixes\", found "
                    + (role.has("paths") ? "both" : "neither"));
        }
        return role.has("paths") ? patterns(role.texts("paths")) : hashPrefixes(role.texts("path_hash_prefixes"));
    }

    /**
     * Paths that match a pattern.
     *
     * @param patterns any of which will do
     */
    record Patterns(List<PathPattern> patterns) implements PathSet {

        /** Copies the list. */
        public Patterns {
            patterns = List.copyOf(patterns);
        }

        @Override
        public boolean contains(String targetPath) {
            return patterns.stream().anyMatch(pattern -> pattern.matches(targetPath));
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.EMPTY.with(
                    "paths",
                    Json.texts(patterns.stream().map(PathPattern::pattern).toList()));
        }
    }

    /**
     * Paths in a share of all that there can be, by their digest.
     *
     * @param prefixes any of which will do
     */
    record HashPrefixes(List<String> prefixes) implements PathSet {

        /** Copies the list. */
        public HashPrefixes {
            prefixes = List.copyOf(prefixes);
        }

        @Override
        public boolean contains(String targetPath) {
            String digest = Digests.sha256(targetPath.getBytes(StandardCharsets.UTF_8))
                    .sha256()
                    .orElseThrow();
            return prefixes.stream().anyMatch(digest::startsWith);
        }

        @Override
        public JsonObject toJson() {
            return JsonObject.EMPTY.with("path_hash_prefixes", Json.texts(prefixes));
        }
    }
}
