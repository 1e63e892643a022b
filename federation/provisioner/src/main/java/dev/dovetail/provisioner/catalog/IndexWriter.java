package dev.dovetail.provisioner.catalog;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;

/**
 * Writes bundles as OSGi Repository XML (Compendium 132.5): the same bundles always as the same bytes. Addresses are
 * written in full, beside the repository that each bundle came from.
 */
public final class IndexWriter {

    private static final Comparator<IndexedBundle> ORDER = Comparator.comparing(IndexedBundle::bsn)
            .thenComparing(IndexedBundle::version)
            .thenComparing(IndexedBundle::sha256);

    /**
     * Writes an index.
     *
     * @param bundles what it offers, in any order
     * @param out is flushed, not closed
     * @throws IOException when the stream fails
     */
    public void write(Collection<IndexedBundle> bundles, OutputStream out) throws IOException {
        var xml = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        xml.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<repository xmlns=\"")
                .append(IndexReader.NAMESPACE)
                .append("\" increment=\"0\" name=\"dovetail\">\n");
        for (var bundle : bundles.stream().sorted(ORDER).toList()) {
            write(bundle, xml);
        }
        xml.append("</repository>\n");
        xml.flush();
    }

    private static void write(IndexedBundle bundle, Appendable xml) throws IOException {
        xml.append("  <resource>\n");
        for (var capability : bundle.capabilities()) {
            write("capability", capability.clause(), xml);
        }
        write("capability", content(bundle), xml);
        for (var requirement : bundle.requirements()) {
            write("requirement", requirement.clause(), xml);
        }
        xml.append("  </resource>\n");
    }

    private static Clause content(IndexedBundle bundle) {
        return new Clause(
                EntryReader.CONTENT,
                Map.of(
                        EntryReader.CONTENT,
                        bundle.sha256(),
                        "url",
                        bundle.url().toString(),
                        "size",
                        bundle.size(),
                        "mime",
                        "application/vnd.osgi.bundle",
                        EntryReader.REPOSITORY,
                        bundle.repository().toString()),
                Map.of());
    }

    private static void write(String element, Clause clause, Appendable xml) throws IOException {
        xml.append("    <").append(element);
        write("namespace", clause.namespace(), xml);
        xml.append(">\n");
        for (var attribute : clause.attributes().entrySet()) {
            var value = TypedValue.of(attribute.getValue());
            xml.append("      <attribute");
            write("name", attribute.getKey(), xml);
            if (!value.type().equals("String")) {
                write("type", value.type(), xml);
            }
            write("value", value.text(), xml);
            xml.append("/>\n");
        }
        for (var directive : clause.directives().entrySet()) {
            xml.append("      <directive");
            write("name", directive.getKey(), xml);
            write("value", directive.getValue(), xml);
            xml.append("/>\n");
        }
        xml.append("    </").append(element).append(">\n");
    }

    private static void write(String name, String value, Appendable xml) throws IOException {
        xml.append(' ').append(name).append("=\"");
        for (var i = 0; i < value.length(); i++) {
            var c = value.charAt(i);
            switch (c) {
                case '&' -> xml.append("&amp;");
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '"' -> xml.append("&quot;");
                // As they are, a reader would take them for blanks: the JDK's own XML writer loses them like that.
                case '\t', '\n', '\r' ->
                    xml.append("&#").append(String.valueOf((int) c)).append(';');
                default -> xml.append(c);
            }
        }
        xml.append('"');
    }
}
