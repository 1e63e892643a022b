package dev.dovetail.publisher.repository;

/** Where the files of a repository lie, relative to its folder; {@code docs/formats/repository.md} is about it. */
final class Layout {

    static final String TIMESTAMP = "metadata/timestamp.json";
    static final String FIRST_ROOT = "metadata/1.root.json";
    static final String FRONT_PAGE = "index.html";

    private Layout() {}

    static String metadata(String role, long version) {
        return "metadata/" + version + "." + role + ".json";
    }

    /** A target's file has the digest in its name, so that files of several snapshots lie beside each other. */
    static String target(String path, String sha256) {
        int name = path.lastIndexOf('/') + 1;
        return "targets/" + path.substring(0, name) + sha256 + "." + path.substring(name);
    }

    static String index(String team) {
        return "index-" + team + ".xml.gz";
    }
}
