package dev.dovetail.publisher.index;

import dev.dovetail.provisioner.catalog.Clause;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes OSGi Repository XML (Compendium 132.5): the same entries always as the same bytes. */
final class IndexXml {

    private final StringBuilder xml = new StringBuilder();

    private IndexXml() {}

    static byte[] of(String name, Collection<IndexEntry> entries) {
        IndexXml document = new IndexXml();
        document.xml
                .append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<repository")
                .append(" xmlns=\"http://www.osgi.org/xmlns/repository/v1.0.0\" increment=\"0\"");
        document.quoted("name", name);
        document.xml.append(">\n");
        entries.forEach(document::resource);
        document.xml.append("</repository>\n");
        return document.xml.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void resource(IndexEntry entry) {
        xml.append("<resource>\n");
        Map<Boolean, List<Clause>> capabilities = entry.capabilities().stream()
                .collect(Collectors.partitioningBy(clause -> clause.namespace().equals("osgi.identity")));
        capabilities.getOrDefault(true, List.of()).forEach(clause -> clause("capability", clause));
        clause("capability", content(entry));
        capabilities.getOrDefault(false, List.of()).forEach(clause -> clause("capability", clause));
        entry.requirements().forEach(clause -> clause("requirement", clause));
        xml.append("</resource>\n");
    }

    private static Clause content(IndexEntry entry) {
        Map<String, Object> attributes = new HashMap<>();
        attributes.put("osgi.content", entry.sha256());
        attributes.put("url", entry.path());
        attributes.put("size", entry.size());
        attributes.put("mime", "application/vnd.osgi.bundle");
        return new Clause("osgi.content", attributes, Map.of());
    }

    private void clause(String element, Clause clause) {
        xml.append(" <").append(element);
        quoted("namespace", clause.namespace());
        xml.append(">\n");
        clause.attributes().forEach((name, value) -> {
            xml.append("  <attribute");
            quoted("name", name);
            if (!(value instanceof String)) {
                quoted("type", type(value));
            }
            quoted("value", text(value));
            xml.append("/>\n");
        });
        clause.directives().forEach((name, value) -> {
            xml.append("  <directive");
            quoted("name", name);
            quoted("value", value);
            xml.append("/>\n");
        });
        xml.append(" </").append(element).append(">\n");
    }

    private static String type(Object value) {
        return value instanceof List<?> list
                ? "List<" + (list.isEmpty() ? "String" : type(list.get(0))) + ">"
                : value.getClass().getSimpleName();
    }

    private static String text(Object value) {
        return value instanceof List<?> list
                ? list.stream()
                        .map(member -> member.toString().replace("\\", "\\\\").replace(",", "\\,"))
                        .collect(Collectors.joining(","))
                : value.toString();
    }

    private void quoted(String name, String value) {
        xml.append(' ').append(name).append("=\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // As they are, a reader would take them for blanks.
                case '\t', '\n', '\r' -> xml.append("&#").append((int) c).append(';');
                default -> xml.append(c);
            }
        }
        xml.append('"');
    }
}
