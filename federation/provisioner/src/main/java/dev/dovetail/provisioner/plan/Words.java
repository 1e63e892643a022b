package dev.dovetail.provisioner.plan;

import java.util.List;
import java.util.stream.Collectors;
import org.osgi.framework.Version;

/** The parts that sentences are made of. */
final class Words {

    private static final int NAMED = 8;

    private Words() {}

    static String feature(String id) {
        return "Feature \"" + id + "\"";
    }

    static String list(List<String> names) {
        var more = names.size() > NAMED ? ", and " + (names.size() - NAMED) + " more" : "";
        return names.stream().limit(NAMED).collect(Collectors.joining(", ")) + more + ".";
    }

    static String versions(List<Version> versions) {
        return list(versions.stream().map(Version::toString).toList());
    }

    static String thing(String namespace, String name, String range) {
        var kind =
                switch (namespace) {
                    case "osgi.wiring.package" -> "the package ";
                    case "osgi.wiring.bundle" -> "the bundle ";
                    case "osgi.wiring.host" -> "the host bundle ";
                    case "osgi.extender" -> "the extender ";
                    default -> namespace + " ";
                };
        return (kind + name + " " + range(range)).strip();
    }

    static String range(String range) {
        var comma = range.indexOf(',');
        if (range.endsWith("]") && range.substring(1, comma).equals(range.substring(comma + 1, range.length() - 1))) {
            return range.substring(1, comma);
        }
        return range.isEmpty() || "[(".indexOf(range.charAt(0)) >= 0 ? range : range + " or newer";
    }

    static String from(String repository) {
        return "from " + (repository.isEmpty() ? "this Dovetail" : repository);
    }

    /** One line for each link, indented under what leads to it. */
    static String chain(List<Refusal.Link> links) {
        return links.stream()
                .map(link -> "    " + link.user() + " needs " + thing(link.namespace(), link.name(), link.range())
                        + ": gets " + VersionSpan.brief(link.version()) + " of " + link.provider() + " "
                        + from(link.repository()))
                .collect(Collectors.joining("\n"));
    }
}
