package dev.dovetail.publisher.repository;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The page that a person sees who opens a repository's address in a browser. Not signed, and says so. */
final class FrontPage {

    private FrontPage() {}

    static String of(State state) {
        StringBuilder html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><meta charset=\"utf-8\"><title>");
        String name = escaped(state.charter().name());
        html.append(name)
                .append("</title>\n<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60em;margin:3em auto;")
                .append(
                        "padding:0 1em}code{background:#eee;padding:.1em .3em}td,th{text-align:left;padding:.1em 1em .1em 0}")
                .append("</style>\n<h1>")
                .append(name)
                .append("</h1>\n<p>A signed repository of Dovetail features. Add it with\n<p><code>")
                .append("dovetail repository add <i>this page's address</i> --fingerprint ")
                .append(state.fingerprint())
                .append("</code>\n<p>Compare the fingerprint with the one you were given by another way: ")
                .append("this page is not signed.\n<table><tr><th>Bundle<th>Versions\n");
        bundles(state).forEach((bsn, versions) -> html.append("<tr><td>")
                .append(escaped(bsn))
                .append("<td>")
                .append(escaped(String.join(", ", versions)))
                .append('\n'));
        return html.append("</table>\n</html>\n").toString();
    }

    private static Map<String, Set<String>> bundles(State state) {
        Map<String, Set<String>> bundles = new TreeMap<>();
        for (String path : state.paths()) {
            String[] parts = path.split("/", -1);
            String version = parts[2].substring(parts[1].length() + 1, parts[2].length() - ".jar".length());
            bundles.computeIfAbsent(parts[1], bsn -> new TreeSet<>()).add(version);
        }
        return bundles;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
