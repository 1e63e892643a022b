package dev.dovetail.provisioner.catalog;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

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
     * @param out is not closed
     * @throws IOException when the stream fails
     */
    public void write(Collection<IndexedBundle> bundles, OutputStream out) throws IOException {
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("repository");
            xml.writeDefaultNamespace(IndexReader.NAMESPACE);
            xml.writeAttribute("increment", "0");
            xml.writeAttribute("name", "dovetail");
            for (var bundle : bundles.stream().sorted(ORDER).toList()) {
                write(bundle, xml);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException("The index could not be written", e);
        }
    }

    private static void write(IndexedBundle bundle, XMLStreamWriter xml) throws XMLStreamException {
        open("\n  ", "resource", xml);
        for (var capability : bundle.capabilities()) {
            write("capability", capability.clause(), xml);
        }
        write("capability", content(bundle), xml);
        for (var requirement : bundle.requirements()) {
            write("requirement", requirement.clause(), xml);
        }
        close("\n  ", xml);
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

    private static void write(String element, Clause clause, XMLStreamWriter xml) throws XMLStreamException {
        open("\n    ", element, xml);
        xml.writeAttribute("namespace", clause.namespace());
        for (var attribute : clause.attributes().entrySet()) {
            var value = TypedValue.of(attribute.getValue());
            xml.writeCharacters("\n      ");
            xml.writeEmptyElement("attribute");
            xml.writeAttribute("name", attribute.getKey());
            if (!value.type().equals("String")) {
                xml.writeAttribute("type", value.type());
            }
            xml.writeAttribute("value", value.text());
        }
        for (var directive : clause.directives().entrySet()) {
            xml.writeCharacters("\n      ");
            xml.writeEmptyElement("directive");
            xml.writeAttribute("name", directive.getKey());
            xml.writeAttribute("value", directive.getValue());
        }
        close("\n    ", xml);
    }

    private static void open(String indent, String element, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeStartElement(element);
    }

    private static void close(String indent, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters(indent);
        xml.writeEndElement();
    }
}
